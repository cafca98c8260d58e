package vn.thucchat.foundation.identity.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class GatekeeperTests {

    @RestController
    static class Forgetful {

        @GetMapping("/forgotten")
        String forgotten() {
            return "a secret";
        }

        @GetMapping("/for-nobody")
        @Allow
        String forNobody() {
            return "a secret";
        }

        @GetMapping("/for-leaders")
        @Allow(Roles.LEADER)
        String forLeaders() {
            return "a figure";
        }

        @GetMapping("/api/v1/for-leaders")
        @Allow(Roles.LEADER)
        String forPrograms() {
            return "a figure";
        }
    }

    @Autowired
    Gatekeeper gatekeeper;

    private MockMvc mvc;

    @BeforeEach
    void handlers() {
        mvc = MockMvcBuilders.standaloneSetup(new Forgetful())
                .addInterceptors(gatekeeper)
                .build();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_handler_without_a_permission_is_closed_to_everybody() throws Exception {
        mvc.perform(get("/forgotten")).andExpect(redirectedUrl("/sign-in?to=%2Fforgotten"));
        for (var role : HouseRoles.NAMES) {
            enter(role, false);
            mvc.perform(get("/forgotten")).andExpect(status().isForbidden());
            mvc.perform(get("/for-nobody")).andExpect(status().isForbidden());
        }
    }

    @Test
    void a_handler_is_open_to_the_role_it_names_and_no_other() throws Exception {
        enter(SteeringRoles.REPORTER, false);
        mvc.perform(get("/for-leaders")).andExpect(status().isForbidden());
        enter(Roles.LEADER, false);
        mvc.perform(get("/for-leaders"))
                .andExpect(status().isOk())
                .andExpect(content().string("a figure"));
    }

    @Test
    void somebody_elses_password_opens_nothing() throws Exception {
        enter(Roles.LEADER, true);
        mvc.perform(get("/for-leaders")).andExpect(redirectedUrl("/account/password"));
        mvc.perform(get("/api/v1/for-leaders")).andExpect(status().isForbidden());
    }

    private static void enter(String role, boolean mustChange) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Persons.signedIn(Persons.a(role, "19"), mustChange));
        SecurityContextHolder.setContext(context);
    }
}
