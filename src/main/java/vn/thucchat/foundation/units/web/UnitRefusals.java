package vn.thucchat.foundation.units.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Answers a refusal in the reader's language: a problem document to programs, a page to people. */
@RestControllerAdvice(basePackageClasses = UnitRefusals.class)
class UnitRefusals {

    private final Pages pages;

    UnitRefusals(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Object[] arguments = Arrays.stream(refusal.arguments())
                .map(argument -> argument instanceof LocalDate date ? texts.date(date) : argument)
                .toArray();
        String detail = texts.of(refusal.key(), arguments);
        if (!request.getRequestURI().startsWith("/api/"))
            return new ModelAndView(pages.show("foundation/units/refused", new RefusedPage(detail), refusal.status()));
        var problem = ProblemDetail.forStatusAndDetail(refusal.status(), detail);
        problem.setTitle(texts.of(refusal.parameter() == null ? "units.api.absent" : "units.api.bad"));
        if (refusal.parameter() != null) problem.setProperty("parameter", refusal.parameter());
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
