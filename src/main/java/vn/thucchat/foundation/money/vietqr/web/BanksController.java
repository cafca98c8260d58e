package vn.thucchat.foundation.money.vietqr.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.money.vietqr.BankColumn;
import vn.thucchat.foundation.money.vietqr.BankLine;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** The bank list, kept by administrators of the province: line by line, or by a spreadsheet. */
@Controller
@RequestMapping(BanksController.PATH)
record BanksController(Banks banks, SheetFiles sheets, Downloads downloads, Pages pages) {

    static final String PATH = "/admin/banks";
    /** Banks of one page: short enough to scroll through on a phone. */
    private static final int PAGE = 10;

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(@RequestParam(defaultValue = "") String q, Cursor cursor, Actor actor, Texts t) {
        return page(actor, q.strip(), cursor, Form.blank(t), List.of(), HttpStatus.OK);
    }

    @GetMapping("/template.xlsx")
    @Allow(Roles.ADMINISTRATOR)
    ResponseEntity<byte[]> template(HttpServletRequest request, Texts t) {
        return downloads.template(request, BankColumn.class, t.of("payments.banks"), "banks.xlsx", t);
    }

    @PostMapping
    @Allow(Roles.ADMINISTRATOR)
    View change(Form<BankForm> form, Actor actor, Flash flash) {
        if (form.wrong()) return refused(actor, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        BankForm typed = form.value();
        var line = new BankLine(typed.bin(), typed.name(), typed.from(), null, typed.source());
        return answer(banks.change(actor, List.of(line)), actor, form, flash);
    }

    @PostMapping("/import")
    @Allow(Roles.ADMINISTRATOR)
    View take(@RequestParam(required = false) @Nullable MultipartFile sheet, Actor actor, Texts t, Flash flash) {
        SheetImport<BankColumn> read = sheets.read(sheet, Banks.LIMITS, BankColumn.class);
        List<BankLine> lines = Banks.lines(read);
        return read.errors().isEmpty()
                ? answer(banks.change(actor, lines), actor, Form.blank(t), flash)
                : refused(actor, Form.blank(t), read.errors(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View answer(Result result, Actor actor, Form<BankForm> form, Flash flash) {
        return result instanceof Result.Done
                ? flash.then("payments.banks.changed", PATH)
                : refused(actor, form.with(result), List.of(), result.status());
    }

    private View refused(Actor actor, Form<?> form, List<CellError> errors, HttpStatus status) {
        return page(actor, "", Cursor.START, form, errors, status);
    }

    private View page(Actor actor, String q, Cursor cursor, Form<?> form, List<CellError> errors, HttpStatus status) {
        String words = NameSearchKey.of(q.length() > 60 ? q.substring(0, 60) : q);
        List<BankLine> found = banks.lines().stream()
                .filter(line -> NameSearchKey.of(line.bin() + " " + line.name()).contains(words))
                .toList();
        return pages.show(
                "foundation/money/vietqr/banks",
                new BanksPage(
                        q,
                        Slice.part(found, cursor, PAGE),
                        banks.mayChange(actor) ? form : null,
                        form.faults(),
                        errors),
                status);
    }
}
