package vn.thucchat.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Navigation;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkList;

/** The first page: the figures to a stranger, the work to those who work here. */
@Controller
class Home {

    private final FrontPageBuilder front;
    private final WorkList work;
    private final ObjectProvider<Demo> demo;
    private final Navigation ways;
    private final Pages pages;

    Home(FrontPageBuilder front, WorkList work, ObjectProvider<Demo> demo, Navigation ways, Pages pages) {
        this.front = front;
        this.work = work;
        this.demo = demo;
        this.ways = ways;
        this.pages = pages;
    }

    @GetMapping("/")
    @Allow(anyone = true)
    View home(HttpServletRequest request, Actor actor, Texts t) {
        PageContext reader = pages.chrome(request);
        // who is only served here has the first page of that room as home
        if (reader.onlyServed())
            return SeeOther.at(reader.navigation().getFirst().path());
        if (actor.holds(Roles.LEADER)) return SeeOther.at("/brief");
        if (actor.holds(Roles.AUDITOR)) return SeeOther.at("/audit");
        return actor.signedIn() ? work(t, actor, reader) : front(t, actor);
    }

    /** What everybody sees of the province, for those whose first page is another. */
    @GetMapping("/front")
    @Allow(anyone = true)
    View front(Texts t) {
        return front(t, Actor.STRANGER);
    }

    private View front(Texts t, Actor actor) {
        return pages.show("portal/front", front.build(actor, t, demo.stream().anyMatch(Demo::on)));
    }

    private View work(Texts t, Actor actor, PageContext reader) {
        return pages.show(
                "portal/work",
                new WorkPage(actor.name(), work.page(t, actor, WorkList.Filter.NONE, Cursor.START), doors(reader)));
    }

    private List<WorkPage.Door> doors(PageContext reader) {
        return ways.home(reader).stream()
                .map(item -> new WorkPage.Door(item.path(), item.key()))
                .toList();
    }

    /** Crawlers are welcome to what is published; forms and people's own pages hold nothing for them. */
    @GetMapping("/robots.txt")
    @Allow(anyone = true)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body("""
                        User-agent: *
                        Disallow: /sign-in
                        Disallow: /reset/
                        Disallow: /account/
                        Disallow: /admin/
                        Disallow: /audit
                        Disallow: /api/v1/figures/*/evidence
                        """);
    }
}
