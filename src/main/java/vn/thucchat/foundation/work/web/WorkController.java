package vn.thucchat.foundation.work.web;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkList;

/** What waits for the reader, and each item of it. */
@Controller
record WorkController(WorkList work, Access access, Pages pages, InstantSource clock) {

    @GetMapping("/work")
    @Allow(signedIn = true)
    View list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean overdue,
            Cursor cursor,
            Actor actor,
            Texts t) {
        boolean known = kind.isEmpty()
                || work.kinds().stream().anyMatch(one -> one.code().equals(kind));
        if (!known) throw Problem.bad("kind", "form.choose");
        var filter = new WorkList.Filter(kind, overdue);
        WorkList.Page page = work.page(t, actor, filter, cursor);
        return pages.show(
                "foundation/work/list",
                new WorkListPage(
                        page,
                        page.table(cursor).filtered("kind", kind).filtered("overdue", overdue ? "true" : ""),
                        Option.after(
                                new Option("", t.of("work.kind.all")),
                                work.kinds().stream()
                                        .map(one -> new Option(one.code(), t.of(one.key())))
                                        .toList())));
    }

    /** Where a message of chasing leads. */
    @GetMapping("/work/chased/{run}")
    @Allow(signedIn = true)
    View chased(@PathVariable UUID run, Cursor cursor, Actor actor, Texts t) {
        Slice<WorkList.Entry> found = work.chased(t, actor, run, cursor);
        return pages.show(
                "foundation/work/chased",
                new ChasedPage(found.items(), WorkList.table("/work/chased/" + run, cursor, found)));
    }

    @GetMapping("/work/items/{id}")
    @Allow(signedIn = true)
    View item(@PathVariable UUID id, Actor actor, Texts t) {
        WorkItem item = work.find(actor, id).orElseThrow(() -> Problem.notFound("work.item.none"));
        return pages.show(
                "foundation/work/item",
                new WorkItemPage(
                        item,
                        work.line(t, item),
                        access.unitName(item.unit().value()),
                        work.former(item)
                                .map(former -> t.of(
                                        former.whole() ? "work.moved" : "work.moved.divided",
                                        access.unitName(former.unit().value())))
                                .orElse(""),
                        item.late(clock.instant()),
                        work.chases(item)));
    }
}
