package vn.thucchat.foundation.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container shows when a filter or the container itself refused a request. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemAnswers answers;
    private final DataSize largestFile;

    ErrorPages(ProblemAnswers answers, @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        this.answers = answers;
        this.largestFile = largestFile;
    }

    // No permission is declared: the container forwards here after a refusal, and whoever asks directly learns nothing.
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var status = known == null || !known.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        // An upload that is too large loses its form token with the rest, and would be told that its form is stale.
        boolean upload = request.getContentType() != null
                && request.getContentType().startsWith("multipart/")
                && request.getContentLengthLong() > largestFile.toBytes();
        return answers.answer(
                request,
                status == HttpStatus.FORBIDDEN && upload ? HttpStatus.CONTENT_TOO_LARGE : status,
                null,
                null,
                null);
    }
}
