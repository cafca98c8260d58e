package vn.thucchat.foundation.money.books.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** The books of one account, and who tells of it. */
@Controller
record ReceivingAccountController(ReceivingAccounts accounts, AccountOverview page) {

    @GetMapping("/money/accounts/{number}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable int number, Cursor cursor) {
        return page.show(actor, t, number, cursor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/money/accounts/{number}/connection")
    @Allow(PaymentRoles.ACCOUNTANT)
    View connect(
            Actor actor,
            Texts t,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String connection,
            Flash flash) {
        Result result = accounts.connect(actor, number, connection.isEmpty() ? null : connection);
        return result instanceof Result.Invalid
                ? page.show(actor, t, number, Cursor.START, Form.blank(t).with(result), result.status())
                : flash.then(result, "payments.account.connected", "/money/accounts/" + number);
    }
}
