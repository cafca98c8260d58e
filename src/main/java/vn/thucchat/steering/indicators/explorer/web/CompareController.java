package vn.thucchat.steering.indicators.explorer.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Leads from the addresses that comparisons had before there was an explorer. */
@Controller
record CompareController(RequestParameters asked) {

    @GetMapping("/compare/{indicator}")
    @Allow(anyone = true)
    View compare(
            @PathVariable String indicator,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam Map<String, String> query) {
        FigureSubject of = FigureSubject.of(asked, indicator, unit, period, query.get("boundaries"));
        var kept = new LinkedHashMap<>(query);
        kept.put("view", ExplorerView.TABLE.code());
        var leads = new RedirectView(ExplorerAddress.of(of, kept).with("after", query.get("after")));
        leads.setStatusCode(org.springframework.http.HttpStatus.MOVED_PERMANENTLY);
        return leads;
    }
}
