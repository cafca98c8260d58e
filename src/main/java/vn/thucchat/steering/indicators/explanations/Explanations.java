package vn.thucchat.steering.indicators.explanations;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.UploadedFile;
import vn.thucchat.steering.indicators.reporting.OpenQuestions;

/** Questions that leaders ask about figures, and what the units answer. */
@Service
public class Explanations implements OpenQuestions {

    private static final Result NOBODY = new Result.Invalid(List.of(new FieldError("tell", "explanation.tell.nobody")));

    private static final Result TOO_MANY =
            new Result.Invalid(List.of(new FieldError("tell", "explanation.tell.too-many")));

    /**
     * Those who can be told, as far as they are listed; one person once for each role held in each unit.
     *
     * @param more whether there are others, to be found by name
     */
    public record Candidates(List<Accounts.Holder> people, boolean more) {}

    private final ExplanationStore store;
    private final Files files;
    private final Access access;
    private final AccessLog log;
    private final ExplanationWork work;
    private final Recipients recipients;
    private final RecipientStore told;
    private final InstantSource clock;

    Explanations(
            ExplanationStore store,
            Files files,
            Access access,
            AccessLog log,
            ExplanationWork work,
            Recipients recipients,
            RecipientStore told,
            InstantSource clock) {
        this.store = store;
        this.files = files;
        this.access = access;
        this.log = log;
        this.work = work;
        this.recipients = recipients;
        this.told = told;
        this.clock = clock;
    }

    public Optional<Explanation> find(UUID id) {
        return store.find(id);
    }

    /** Newest first. */
    public List<Explanation> ofFigure(String indicator, UnitCode unit, Period period) {
        return store.ofFigure(indicator, unit, period);
    }

    @Override
    public List<OpenQuestion> waiting(Actor reporter, int limit) {
        return store.waiting(access.units(reporter, SteeringRoles.REPORTER), reporter.synthetic(), limit).stream()
                .map(it -> new OpenQuestion(path(it.id()), it.indicator(), it.unit(), it.period(), it.due()))
                .toList();
    }

    /** What units that the leader leads were asked and have not answered, the earliest due first. */
    public List<Explanation> unanswered(Actor leader, int limit) {
        return store.waiting(access.units(leader, Roles.LEADER), leader.synthetic(), limit);
    }

    /** Whether somebody may read questions and answers about a unit. */
    public boolean sees(Actor actor, UnitCode unit) {
        return access.may(actor, SteeringRoles.READERS, unit.value());
    }

    /**
     * Finds one that somebody may read: whoever reads what is handed in about the unit, and who was told of it and still
     * reads of some unit. A demonstration account reads no real one.
     */
    public Optional<Explanation> readable(Actor actor, UUID id) {
        return store.find(id)
                .filter(it -> access.may(actor, SteeringRoles.READERS, it.unit().value(), it.synthetic())
                        || (!access.units(actor, SteeringRoles.READERS).isEmpty() && told.told(id, actor.account())));
    }

    /** Those who were told of it and are not asked, in order. */
    public List<Explanation.Recipient> recipients(UUID id) {
        return told.of(id);
    }

    /**
     * Those whom the leader can tell of a question about a unit, the nearest units first; a choice of a whole unit is
     * {@code unit:} and its code.
     *
     * @param synthetic whether the question is a demonstration's: so are those who can be told of it
     * @param search part of a person's or a unit's name; empty for all
     */
    public Candidates candidates(Actor leader, UnitCode unit, boolean synthetic, String search) {
        return recipients.candidates(leader, unit, synthetic, search);
    }

    /**
     * Whom choices mean, each once, and whether whole offices have more officers than can be told at once; empty where a
     * choice means nobody who can be told.
     */
    public Optional<Candidates> chosen(Actor leader, boolean synthetic, Collection<String> choices) {
        return recipients.chosen(leader, synthetic, choices);
    }

    /** Tells whether an actor with this role may answer or close the explanation. Demonstration accounts may not act on real ones. */
    public boolean may(Actor actor, String role, Explanation explanation) {
        return access.may(actor, role, explanation.unit().value(), explanation.synthetic());
    }

    /**
     * @param id made by whoever sends the question, so that sending it twice asks once
     * @param question 5 to 4000 characters, checked by whoever read the form
     * @param tell who else is told: ids of accounts, and {@code unit:19} for a unit's officers
     */
    @Transactional
    public Result ask(
            Actor leader,
            UUID id,
            String indicator,
            UnitCode unit,
            Period period,
            String question,
            LocalDate due,
            Collection<String> tell) {
        if (!access.may(leader, Roles.LEADER, unit.value())) return new Result.NotFound();
        Candidates others = recipients.chosen(leader, leader.synthetic(), tell).orElse(null);
        if (others == null) return NOBODY;
        if (others.more()) return TOO_MANY;
        var asked = new Explanation(
                id,
                indicator,
                unit,
                period,
                Explanation.State.ASKED,
                question,
                clock.instant(),
                leader.account(),
                leader.name(),
                due,
                "",
                null,
                null,
                List.of(),
                leader.synthetic(),
                1);
        if (!store.ask(asked))
            return store.find(id)
                    .filter(before -> before.askedBy().equals(leader.account()))
                    .<Result>map(before -> new Result.Done(id))
                    .orElseGet(Result.NotFound::new);
        work.asked(asked);
        recipients.tell(asked, others.people(), leader);
        log.record(leader, "indicators.explanation-asked", path(id), indicator + " · " + unit + " · " + period);
        return new Result.Done(id);
    }

    /**
     * @param answer 5 to 8000 characters
     * @return invalid where a file cannot be kept: the second argument of the error is its name
     */
    @Transactional
    public Result answer(Actor reporter, UUID id, int version, String answer, List<UploadedFile> files) {
        var kept = new ArrayList<Explanation.Attachment>();
        if (may(reporter, SteeringRoles.REPORTER, id))
            for (UploadedFile file : files)
                switch (this.files.keep(reporter.account(), file.name(), file.bytes())) {
                    case Keeping.Kept(var note) ->
                        kept.add(new Explanation.Attachment(note.id().value(), note.name()));
                    case Keeping.Refused refused -> {
                        undo();
                        return new Result.Invalid(List.of(
                                new FieldError("files", refused.reason(), List.of(refused.limit(), file.name()))));
                    }
                }
        Result result = act(
                reporter,
                SteeringRoles.REPORTER,
                id,
                "indicators.explanation-answered",
                () -> store.answer(id, version, answer, kept, reporter, clock.instant()));
        if (result instanceof Result.Done)
            store.find(id).ifPresent(now -> {
                work.answered(now, reporter, clock.instant());
                recipients.answered(now, reporter);
            });
        else undo();
        return result;
    }

    /**
     * The leader asks on: the answer stays in the thread, and the unit owes another one by another day.
     *
     * @param question 5 to 4000 characters, checked by whoever read the form
     */
    @Transactional
    public Result askAgain(Actor leader, UUID id, int version, String question, LocalDate due) {
        Explanation before = store.find(id).orElse(null);
        Result result = act(
                leader,
                Roles.LEADER,
                id,
                "indicators.explanation-asked-again",
                () -> store.askAgain(id, version, question, due, leader, clock.instant()));
        if (result instanceof Result.Done && before != null) {
            work.closed(before, leader, clock.instant());
            store.find(id).ifPresent(now -> {
                work.asked(now);
                recipients.askedAgain(now, leader);
            });
        }
        return result;
    }

    /** Adds recipients to an explanation: they are notified and may read it from then on. */
    @Transactional
    public Result tell(Actor leader, UUID id, Collection<String> tell) {
        Explanation of =
                store.find(id).filter(it -> may(leader, Roles.LEADER, it)).orElse(null);
        if (of == null) return new Result.NotFound();
        Candidates others = recipients.chosen(leader, of.synthetic(), tell).orElse(null);
        if (others == null || (others.people().isEmpty() && !others.more())) return NOBODY;
        if (others.more()) return TOO_MANY;
        recipients.tell(of, others.people(), leader);
        log.record(
                leader,
                "indicators.explanation-told",
                path(id),
                Integer.toString(others.people().size()));
        return new Result.Done(id);
    }

    /** What was asked and answered before the questions that explanations hold now, in order. */
    public List<Explanation.Exchange> earlier(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : store.earlier(ids);
    }

    /** The leader is satisfied. */
    @Transactional
    public Result close(Actor leader, UUID id, int version) {
        Result result = act(
                leader,
                Roles.LEADER,
                id,
                "indicators.explanation-closed",
                () -> store.close(id, version, clock.instant()));
        if (result instanceof Result.Done) store.find(id).ifPresent(now -> work.closed(now, leader, clock.instant()));
        return result;
    }

    private Result act(Actor actor, String role, UUID id, String action, BooleanSupplier change) {
        Explanation explanation = store.find(id).orElse(null);
        if (explanation == null || !may(actor, role, explanation)) return new Result.NotFound();
        if (!change.getAsBoolean()) return new Result.Stale();
        log.record(actor, action, path(id), explanation.indicator() + " · " + explanation.unit());
        return new Result.Done(id);
    }

    private boolean may(Actor actor, String role, UUID id) {
        return store.find(id).filter(it -> may(actor, role, it)).isPresent();
    }

    /** Files that were kept for what did not happen. */
    private static void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    static String path(UUID id) {
        return "/explanations/" + id;
    }
}
