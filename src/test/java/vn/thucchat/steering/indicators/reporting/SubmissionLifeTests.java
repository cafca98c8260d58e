package vn.thucchat.steering.indicators.reporting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.Submission.State;
import vn.thucchat.testing.ApplicationTest;

/** The table of states is the whole life of a submission: every act is tried in every state. */
@ApplicationTest
class SubmissionLifeTests {

    private static final UnitCode WARD = new UnitCode("05440");
    private static final Actor REPORTER = Persons.a(SteeringRoles.REPORTER, "05440");
    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");
    private static final AtomicInteger YEAR = new AtomicInteger(1960);

    @Autowired
    Submissions submissions;

    /** What somebody can do, and what it makes of a submission. */
    private enum Act {
        WRITE(State.DRAFT),
        SUBMIT(State.SUBMITTED),
        TAKE_BACK(State.DRAFT),
        WITHDRAW(State.WITHDRAWN),
        ACCEPT(State.ACCEPTED),
        RETURN(State.RETURNED);

        final State makes;

        Act(State makes) {
            this.makes = makes;
        }
    }

    @Test
    void every_act_in_every_state_does_what_the_table_says() {
        for (State state : State.values()) {
            Set<State> reached = EnumSet.noneOf(State.class);
            for (Act act : Act.values()) {
                Submission before = in(state);
                var outcome = act(act, before);
                Submission after = submissions.find(before.id()).orElseThrow();
                if (outcome instanceof Result.Done) {
                    assertThat(after.state()).as(act + " in " + state).isEqualTo(act.makes);
                    assertThat(after.version()).isEqualTo(before.version() + 1);
                    if (act.makes != state) reached.add(act.makes);
                } else {
                    assertThat(outcome).as(act + " in " + state).isInstanceOf(Result.Stale.class);
                    assertThat(after).isEqualTo(before);
                }
            }
            assertThat(reached).as("from " + state).isEqualTo(State.LIFE.after(state));
        }
    }

    @Test
    void an_act_on_an_older_version_does_nothing() {
        for (Act act : Act.values()) {
            State state = switch (act) {
                case WRITE, SUBMIT, WITHDRAW -> State.DRAFT;
                case TAKE_BACK, ACCEPT, RETURN -> State.SUBMITTED;
            };
            Submission now = in(state);
            assertThat(act(act, now.id(), now.version() - 1)).isInstanceOf(Result.Stale.class);
            assertThat(submissions.find(now.id())).contains(now);
        }
    }

    @Test
    void a_return_is_remembered_when_the_paper_is_handed_in_again() {
        Submission returned = in(State.RETURNED);
        done(submissions.submit(REPORTER, returned.id(), returned.version()));
        assertThat(submissions.steps(returned.id()).stream().map(Submission.Step::made))
                .containsExactly(State.DRAFT, State.SUBMITTED, State.RETURNED, State.SUBMITTED);
        assertThat(submissions.steps(returned.id()).get(2).reason()).isEqualTo("Thiếu số của hai tổ");
    }

    @Test
    void a_demonstration_account_touches_nothing_real() {
        var demo = new Actor(
                UUID.randomUUID(), "demo", "Demo", true, List.of(new Actor.Grant(SteeringRoles.REVIEWER, "19")));
        Submission real = in(State.SUBMITTED);
        assertThat(submissions.accept(demo, real.id(), real.version())).isInstanceOf(Result.Refused.class);
        assertThat(submissions.waiting(demo, null, 100)).noneMatch(it -> !it.synthetic());
    }

    @Test
    void the_largest_number_that_a_form_takes_can_be_accepted() {
        Submission draft = done(submissions.open(REPORTER, WARD, Period.of(Integer.toString(YEAR.incrementAndGet()))));
        var largest = BigDecimal.valueOf(100_000_000_000L);
        assertThat(write(draft.id(), draft.version(), largest.add(BigDecimal.ONE)))
                .isInstanceOf(Result.Invalid.class);
        draft = done(write(draft.id(), draft.version(), largest));
        done(act(Act.ACCEPT, submitted(draft)));
    }

    private Submission in(State state) {
        Submission draft = done(submissions.open(REPORTER, WARD, Period.of(Integer.toString(YEAR.incrementAndGet()))));
        draft = done(write(draft.id(), draft.version()));
        return switch (state) {
            case DRAFT -> draft;
            case SUBMITTED -> submitted(draft);
            case RETURNED -> done(act(Act.RETURN, submitted(draft)));
            case ACCEPTED -> done(act(Act.ACCEPT, submitted(draft)));
            case WITHDRAWN -> done(act(Act.WITHDRAW, draft));
        };
    }

    private Submission submitted(Submission draft) {
        return done(submissions.submit(REPORTER, draft.id(), draft.version()));
    }

    private Result act(Act act, Submission on) {
        return act(act, on.id(), on.version());
    }

    private Result act(Act act, UUID id, int version) {
        return switch (act) {
            case WRITE -> write(id, version);
            case SUBMIT -> submissions.submit(REPORTER, id, version);
            case TAKE_BACK -> submissions.takeBack(REPORTER, id, version);
            case WITHDRAW -> submissions.withdraw(REPORTER, id, version);
            case ACCEPT -> submissions.accept(REVIEWER, id, version);
            case RETURN -> submissions.sendBack(REVIEWER, id, version, "Thiếu số của hai tổ");
        };
    }

    private Result write(UUID id, int version) {
        return write(id, version, BigDecimal.valueOf(12));
    }

    private Result write(UUID id, int version, BigDecimal teams) {
        var document =
                new Document(UUID.randomUUID(), "45/BC-UBND", "Báo cáo chuyển đổi số", "UBND phường", null, null);
        var line = new StatedLine("community-teams", teams, null, null, Provenance.REPORTED, null, "12 tổ");
        return submissions.write(REPORTER, id, version, document, "", List.of(line));
    }

    private Submission done(Result result) {
        return submissions.find(requireNonNull(result.expectDone())).orElseThrow();
    }
}
