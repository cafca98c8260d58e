package vn.thucchat.foundation.money.exceptions.web;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/**
 * Which waiting money an accountant looks at, as the address of the list says it: a decision leads to what follows there.
 *
 * @param reason name of a {@link MatchStatus}; anything else: any
 * @param account our number of it; anything else: any
 * @param from đồng that wait, at least, as typed ({@code 100k}); empty: any
 * @param to at most
 * @param sort as {@link Sort} is written
 */
record PaymentExceptionsQuery(String reason, String account, String from, String to, String sort) {

    static final String PATH = "/money/findings";
    static final String OLDEST = PaymentExceptions.OLDEST.toString();

    /** The list where a decision is made from; where that is not one of ours, all of it. */
    static PaymentExceptionsQuery read(String back) {
        var all = new PaymentExceptionsQuery("", "", "", "", OLDEST);
        if (!back.startsWith(PATH + "?")) return all;
        try {
            return of(UriComponentsBuilder.fromUriString(back).build().getQueryParams());
        } catch (IllegalArgumentException unreadable) {
            return all;
        }
    }

    private static PaymentExceptionsQuery of(MultiValueMap<String, String> said) {
        return new PaymentExceptionsQuery(
                one(said, "reason", ""),
                one(said, "account", ""),
                one(said, "from", ""),
                one(said, "to", ""),
                one(said, "sort", OLDEST));
    }

    private static String one(MultiValueMap<String, String> said, String name, String otherwise) {
        String text = said.getFirst(name);
        return text == null || text.isEmpty() ? otherwise : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    PaymentExceptions.Filter filter() {
        @Nullable
        MatchStatus outcome = Arrays.stream(MatchStatus.values())
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .orElse(null);
        return new PaymentExceptions.Filter(
                outcome,
                account.matches("[0-9]{1,9}") ? Integer.valueOf(account) : null,
                vnd("from", from, 0),
                vnd("to", to, Long.MAX_VALUE));
    }

    Sort<PaymentExceptions.Order> order() {
        return Sort.read(sort, PaymentExceptions.Order.class);
    }

    private static long vnd(String field, String typed, long otherwise) {
        if (typed.isBlank()) return otherwise;
        BigDecimal read = VietnameseNumbers.whole(typed).orNull();
        if (read == null || read.signum() < 0 || read.precision() > 18)
            throw Problem.bad(field, "payments.findings.amount.fault");
        return read.longValue();
    }

    /** The list as it is. */
    String address() {
        return PATH + "?"
                + parameters().entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("reason", reason);
        all.put("account", account);
        all.put("from", from);
        all.put("to", to);
        all.put("sort", sort);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The page of one of the list, which knows the way on. */
    static String page(PaymentException of, String back) {
        return PATH + "/" + of.account() + "/" + of.movement() + back(back);
    }

    /** The way on, behind the address of a page or a form. */
    static String back(String back) {
        return back.isEmpty() ? "" : "?back=" + encoded(back);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
