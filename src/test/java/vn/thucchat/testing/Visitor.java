package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;

/** Somebody at the front door: opens pages and sends forms as the person they are. */
public record Visitor(MockMvc mvc, Actor actor) {

    /** The page at an address, which must be answered with this status. */
    public Document page(String path, int status) throws Exception {
        var response = open(path);
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return parsed(response);
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return perform(get(URI.create(path)));
    }

    public MockHttpServletResponse submit(String path, Map<String, ?> fields) throws Exception {
        return perform(filled(post(path), fields).with(OwnForm.ownForm()));
    }

    public MockHttpServletResponse send(String path, Map<String, ?> fields, MockMultipartFile... files)
            throws Exception {
        var request = multipart(path);
        for (var file : files) request.file(file);
        return perform(filled(request, fields).with(OwnForm.ownForm()));
    }

    public static Document parsed(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString());
    }

    /** Where a form that was taken sends the browser on to. */
    public static String next(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus())
                .as(() ->
                        Jsoup.parse(content(response)).select(".errors, .lead").text())
                .isEqualTo(303);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private static String content(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B filled(B request, Map<String, ?> fields) {
        B filled = request;
        for (var field : fields.entrySet())
            filled = field.getValue() instanceof List<?> many
                    ? filled.param(
                            field.getKey(), many.stream().map(Object::toString).toArray(String[]::new))
                    : filled.param(field.getKey(), field.getValue().toString());
        return filled;
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var asked = actor.signedIn() ? request.with(Persons.as(actor)) : request;
        var response = mvc.perform(asked).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }
}
