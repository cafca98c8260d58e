package vn.thucchat.foundation.money.vietqr.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
@NullMarked
class VietQrApiTests {

    private static final String NAPAS_EXAMPLE =
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
                    + "62340107NPS68690819thanh toan don hang63042E2E";

    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void the_example_of_napas_is_written() throws Exception {
        write("""
                {"bin":"970403","account":"0011012345678","amount":180000,"purpose":"thanh toán đơn hàng",
                 "billNumber":"NPS6869"}""").andExpect(status().isOk()).andExpect(jsonPath("$.payload").value(NAPAS_EXAMPLE));
    }

    @Test
    void the_example_of_napas_is_read() throws Exception {
        parse(NAPAS_EXAMPLE).andExpect(status().isOk()).andExpect(content().json("""
                        {"scheme":"VIETQR","valid":true,"errors":[],"warnings":[],"dynamic":true,"bin":"970403",
                         "bank":"Sacombank","account":"0011012345678","service":"QRIBFTTA","amount":180000,
                         "currency":"704","purpose":"thanh toan don hang","billNumber":"NPS6869","merchantName":null}
                        """));
    }

    @Test
    void what_is_broken_is_told_with_its_place() throws Exception {
        parse("00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5")
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"scheme":"VIETQR","valid":false,"errors":[{"at":"38/01","reason":"TRAILING"}],"bin":null}"""));
        parse("not a code").andExpect(jsonPath("$.scheme").value("UNKNOWN"));
    }

    @Test
    void a_code_of_another_scheme_is_sound() throws Exception {
        parse("00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES"
                        + "62600312CPSHN ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685")
                .andExpect(jsonPath("$.scheme").value("OTHER"))
                .andExpect(jsonPath("$.valid").value(true))
                .andExpect(jsonPath("$.bank").isEmpty())
                .andExpect(jsonPath("$.amount").value(21090000))
                .andExpect(jsonPath("$.merchantName").value("CELLPHONES"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"account\":\"1\"}|bin",
                "{\"bin\":\"97040\",\"account\":\"1\"}|bin",
                "{\"bin\":\"970403\"}|account",
                "{\"bin\":\"970403\",\"account\":\"12345678901234567890\"}|account",
                "{\"bin\":\"970403\",\"account\":\"1\",\"amount\":0}|amount",
                "{\"bin\":\"970403\",\"account\":\"1\",\"amount\":-5}|amount",
                "{\"bin\":\"970403\",\"account\":\"1\",\"service\":\"CASH\"}|service",
                "{\"bin\":\"970403\",\"account\":\"1\",\"purpose\":\"tien dien thang tam nam 2022\"}|purpose",
                "{\"bin\":\"970403\",\"account\":\"1\",\"billNumber\":\"12345678901234567890123456\"}|billNumber",
            })
    void what_no_bank_would_read_is_refused_with_the_field(String body, String field) throws Exception {
        write(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.parameter").value(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "\"text\"", "{\"bin\":970403,\"amount\":\"many\"}", "{\"amount\":1e30}"})
    void what_is_not_the_json_that_is_asked_for_is_refused(String body) throws Exception {
        write(body).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bin\":\"970403\",\"account\":\"1\",\"amount\":1500.9}|amount",
                "{\"bin\":\"970403\",\"account\":\"1\",\"amount\":true}|amount",
                "{\"bin\":{\"a\":1},\"account\":\"1\"}|bin",
            })
    void a_field_of_another_kind_is_named_and_never_rounded(String body, String field) throws Exception {
        write(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.parameter").value(field));
    }

    @Test
    void of_two_fields_of_one_name_neither_is_taken() throws Exception {
        write("{\"bin\":\"970403\",\"account\":\"1\",\"amount\":1,\"amount\":2}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_bill_number_loses_its_marks_and_nothing_else() throws Exception {
        String payload = JsonPath.read(
                write("{\"bin\":\"970403\",\"account\":\"1\",\"amount\":1,\"billNumber\":\"HĐ/2026-01\"}")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.payload");
        assertThat(payload).contains("0110HD/2026-01");
    }

    @Test
    void more_than_any_code_holds_is_not_read_to_its_end() throws Exception {
        parse("0".repeat(1_000_000)).andExpect(status().isContentTooLarge());
    }

    @Test
    void an_address_written_in_another_way_is_counted_as_the_same() throws Exception {
        for (int i = 0; i < 120; i++)
            mvc.perform(get("/api/v1/vietqr.png").with(from("203.0.113.19"))).andExpect(status().isBadRequest());
        mvc.perform(get(URI.create("/api/v1/vietq%72.png")).with(from("203.0.113.19")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void a_form_of_a_strange_page_is_refused() throws Exception {
        mvc.perform(post("/api/v1/vietqr/parse")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{\"payload\":\"x\"}")
                        .with(from("198.51.100.7")))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.detail").value(containsString("application/json")));
    }

    @Test
    void the_picture_says_what_was_asked() throws Exception {
        byte[] png = mvc.perform(get("/api/v1/vietqr.png?bin=970403&account=0011012345678&amount=180000"
                                + "&purpose=thanh toan don hang&billNumber=NPS6869")
                        .with(from("198.51.100.8")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int size = image.getWidth();
        var pixels = new RGBLuminanceSource(size, size, image.getRGB(0, 0, size, size, null, 0, size));
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels)));
        assertThat(read.getText()).isEqualTo(NAPAS_EXAMPLE);
    }

    @Test
    void one_network_does_not_take_the_service_from_the_others() throws Exception {
        for (int i = 0; i < 120; i++)
            mvc.perform(get("/api/v1/vietqr.png").with(from("203.0.113.9"))).andExpect(status().isBadRequest());

        mvc.perform(get("/api/v1/vietqr.png").with(from("203.0.113.9")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"))
                .andExpect(jsonPath("$.detail").value(containsString("120")));
        mvc.perform(get("/api/v1/vietqr.png").with(from("203.0.113.10"))).andExpect(status().isBadRequest());
    }

    private ResultActions write(String body) throws Exception {
        return mvc.perform(post("/api/v1/vietqr")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(from("198.51.100.5")));
    }

    private ResultActions parse(String payload) throws Exception {
        return mvc.perform(post("/api/v1/vietqr/parse")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"payload\":\"" + payload + "\"}")
                .with(from("198.51.100.6")));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
