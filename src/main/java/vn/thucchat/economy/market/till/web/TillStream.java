package vn.thucchat.economy.market.till.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.StreamCursor;
import vn.thucchat.economy.market.till.TillStreams;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Problem;

/** What comes in at a stall, told as it comes (server-sent events, WHATWG HTML 9.2). */
@Controller
record TillStream(TillStreams streams, Sessions sessions) {

    /**
     * @param last where a browser that lost its connection goes on; wins, where it can be read, over {@code after},
     *     which is what a page begins from. Without either it begins now
     */
    @Operation(
            summary = "A stall's payments as they come (server-sent events)",
            description = "For the stall's trader, signed in. Events `payment` with id, amount in đồng, time and the"
                    + " Vietnamese words to say; `ping` after 15 seconds of silence. Goes on from Last-Event-ID.")
    @GetMapping(value = "/market/stalls/{id}/payments", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allow(MarketRoles.TRADER)
    void stream(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        @Nullable
        StreamCursor seen =
                StreamCursor.read(last).or(() -> StreamCursor.read(after)).orElse(null);
        var stream = streams.open(actor, id, seen).orElseThrow(() -> Problem.notFound("till.none"));
        try (stream) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            // proxies would wait for more
            response.setHeader("X-Accel-Buffering", "no");
            stream.write(response.getOutputStream(), sessions.lasting(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
