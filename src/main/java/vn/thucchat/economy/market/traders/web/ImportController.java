package vn.thucchat.economy.market.traders.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.traders.Imports;
import vn.thucchat.economy.market.traders.SheetColumn;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;

/** A whole market by one spreadsheet. */
@Controller
@RequestMapping("/markets/{code}/import")
record ImportController(Imports imports, Pages pages, Downloads downloads) {

    @GetMapping
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(Actor actor, HttpServletRequest request, @Managed Market market) {
        return page(market, List.of(), taken(request), HttpStatus.OK);
    }

    /** What the file that was sent just before came to. */
    private static Imports.Outcome.@Nullable Taken taken(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash == null || !(flash.get("taken") instanceof String counts)) return null;
        int[] n = Stream.of(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new Imports.Outcome.Taken(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }

    private static String counts(Imports.Outcome.Taken taken) {
        return Stream.of(
                        taken.zones(),
                        taken.newStalls(),
                        taken.changedStalls(),
                        taken.newTraders(),
                        taken.changedTraders(),
                        taken.contracts(),
                        taken.accounts())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @GetMapping("/template.xlsx")
    @Allow(MarketRoles.MARKET_MANAGER)
    ResponseEntity<byte[]> template(Actor actor, HttpServletRequest request, Texts t, @Managed Market market) {
        return downloads.template(request, SheetColumn.class, t.of("market.sheet.name"), market.code() + ".xlsx", t);
    }

    @PostMapping
    @Allow(MarketRoles.MARKET_MANAGER)
    View take(
            Actor actor,
            @Managed Market market,
            @RequestParam(required = false) @Nullable MultipartFile sheet,
            Flash flash)
            throws IOException {
        try (InputStream file = sheet == null ? InputStream.nullInputStream() : sheet.getInputStream()) {
            return switch (imports.take(actor, market, file)) {
                case Imports.Outcome.Taken taken ->
                    flash.with("taken", counts(taken))
                            .then("market.sheet.taken", MarketLookup.path(market) + "/import");
                case Imports.Outcome.Faulty(var errors) -> page(market, errors, null, HttpStatus.UNPROCESSABLE_CONTENT);
                case Imports.Outcome.OutOfReach() -> throw Problem.notFound("market.none");
            };
        }
    }

    private View page(Market market, List<CellError> errors, Imports.Outcome.@Nullable Taken taken, HttpStatus status) {
        return pages.show("economy/market/traders/import", new ImportPage(market, errors, taken), status);
    }
}
