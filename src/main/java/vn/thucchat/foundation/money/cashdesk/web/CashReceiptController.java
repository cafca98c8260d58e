package vn.thucchat.foundation.money.cashdesk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.cashdesk.CashVoiding;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/** Cash receipts: whoever holds the paper can check it by its address. */
@Controller
class CashReceiptController {

    private static final int PAPERS_A_MINUTE = 60;

    private final CashVoiding voiding;
    private final CashReceipts receipts;
    private final ReceivingAccounts accounts;
    private final Pages pages;
    private final MessageSource messages;
    private final String site;
    private final Quota quota;
    /** A paper says the same until the receipt is voided; the largest are some 60 KB. */
    private final Cache<String, byte[]> papers = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    CashReceiptController(
            CashVoiding voiding,
            CashReceipts receipts,
            ReceivingAccounts accounts,
            Pages pages,
            MessageSource messages,
            Quota quota,
            @Value("${thucchat.base-url}") String site) {
        this.voiding = voiding;
        this.receipts = receipts;
        this.accounts = accounts;
        this.pages = pages;
        this.messages = messages;
        this.quota = quota;
        this.site = site;
    }

    @GetMapping("/money/receipts/{id}")
    @Allow(anyone = true)
    View one(Actor actor, Texts t, @PathVariable UUID id) {
        return show(actor, find(id), Form.blank(t), HttpStatus.OK);
    }

    /** In Vietnamese, as papers of the state are. */
    @GetMapping("/money/receipts/{id}.pdf")
    @Allow(anyone = true)
    ResponseEntity<byte[]> paper(@PathVariable UUID id, HttpServletRequest request) {
        quota.charge(request, PAPERS_A_MINUTE);
        CashReceipt receipt = find(id);
        var paper = new ReceiptPaper(receipt, holder(receipt), words(receipt), site + "/money/receipts/" + id);
        String xhtml =
                pages.paper("foundation/money/cashdesk/receipt-paper", new Texts(messages, Locale.of("vi")), paper);
        // what is on it is the key: a paper that says something else is another one
        byte[] pdf = papers.getIfPresent(xhtml);
        if (pdf == null) {
            pdf = Papers.pdf(xhtml);
            papers.put(xhtml, pdf);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(receipt.printed() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/money/receipts/{id}/voided")
    @Allow(PaymentRoles.ACCOUNTANT)
    View voided(Actor actor, @PathVariable UUID id, Form<VoidForm> form, Flash flash) {
        Result result = voiding.makeVoid(actor, id, form.soFar().reason());
        return result instanceof Result.Invalid
                ? show(actor, find(id), form.with(result), result.status())
                : flash.then(result, "payments.receipt.voided.done", "/money/receipts/" + id);
    }

    private View show(Actor actor, CashReceipt receipt, Form<?> form, HttpStatus status) {
        return pages.show(
                "foundation/money/cashdesk/receipt",
                new ReceiptPage(
                        receipt,
                        holder(receipt),
                        words(receipt),
                        receipt.voided() == null && receipts.keeps(actor, receipt),
                        form),
                status);
    }

    private CashReceipt find(UUID id) {
        return receipts.find(id).orElseThrow(() -> Problem.notFound("payments.receipt.none"));
    }

    private String holder(CashReceipt receipt) {
        return accounts.find(receipt.account()).map(ReceivingAccount::holder).orElse("");
    }

    private static String words(CashReceipt receipt) {
        String words = VietnameseWords.amount(receipt.amountVnd());
        return words.substring(0, 1).toUpperCase(Locale.of("vi")) + words.substring(1) + " đồng";
    }
}
