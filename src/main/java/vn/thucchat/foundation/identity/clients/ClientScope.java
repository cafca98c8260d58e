package vn.thucchat.foundation.identity.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client may be told of a person, or may do for one (OpenID Connect Core 1.0, section 5.4). */
public enum ClientScope {
    /** that it is the same person as before */
    OPENID,
    /** name and username */
    PROFILE,
    /** roles with the units that they are held in */
    ROLES,
    /** to go on when the person has signed out */
    OFFLINE_ACCESS,
    /** to read by the API what the roles open */
    API_READ,
    /** to do by the API what the roles allow, reading included */
    API_WRITE;

    /** Names in the protocol, in order: {@code openid}, {@code offline_access}. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(ClientScope::parameter).toList();

    /** Names of those by which a program calls our API, for a person or in its own name. */
    public static final List<String> API = List.of(API_READ.parameter(), API_WRITE.parameter());

    /** What the protocol calls it: {@code offline_access}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of what a person is asked to allow. */
    public String key() {
        return "identity.client.scope." + parameter();
    }

    /** The scope that the protocol calls so; empty where there is none. */
    public static Optional<ClientScope> read(String parameter) {
        return Arrays.stream(values())
                .filter(one -> one.parameter().equals(parameter))
                .findFirst();
    }
}
