package vn.thucchat.foundation.identity.requests.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares what is owed to who asks about their data, each kind with a time of its own, and words it. */
@Configuration(proxyBeanMethods = false)
class RequestWorkKinds {

    @Bean
    static WorkKind dataRequestReceived(Access access) {
        return kind(DataRequest.ACKNOWLEDGE, "requests.work.acknowledge", "requests.acknowledge", access);
    }

    @Bean
    static WorkKind dataRequestSee(Access access) {
        return answered(DataRequest.Kind.SEE, access);
    }

    @Bean
    static WorkKind dataRequestCorrect(Access access) {
        return answered(DataRequest.Kind.CORRECT, access);
    }

    @Bean
    static WorkKind dataRequestDelete(Access access) {
        return answered(DataRequest.Kind.DELETE, access);
    }

    @Bean
    static WorkKind dataRequestRestrict(Access access) {
        return answered(DataRequest.Kind.RESTRICT, access);
    }

    @Bean
    static WorkKind dataRequestObject(Access access) {
        return answered(DataRequest.Kind.OBJECT, access);
    }

    @Bean
    static WorkKind dataRequestExport(Access access) {
        return answered(DataRequest.Kind.EXPORT, access);
    }

    private static WorkKind answered(DataRequest.Kind kind, Access access) {
        return kind(kind.work(), "requests.work.answer", "work.action.answer", access);
    }

    private static WorkKind kind(String code, String text, String action, Access access) {
        return new WorkKind(
                code,
                PrivacyRoles.DATA_PROTECTION_OFFICER,
                true,
                (t, item) -> WorkLine.of(
                        t.of(
                                text,
                                t.of(DataRequest.Kind.valueOf(item.arguments().getFirst())
                                        .key())),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        DataRequests.DESK + "/" + item.evidence(),
                        t.of(action)));
    }
}
