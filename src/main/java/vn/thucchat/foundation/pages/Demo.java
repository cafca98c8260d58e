package vn.thucchat.foundation.pages;

import java.util.List;

/** What a demonstration offers to newcomers. Whoever has a demonstration contributes a bean; without one there is none. */
public interface Demo {

    /** Where anybody may play a buyer who pays. */
    String BUYER = "/demonstration/buyer";

    /** Where the guided tour begins. */
    String TOUR = "/demonstration/tour";

    /** Whether it is on now. */
    boolean on();

    /** The usernames that a visitor may sign in as with one touch; none while it is off. */
    List<String> roles();

    /**
     * The secret of the time-based code that one of them signs in with besides, in words of four letters; empty for those
     * who have none, and while it is off.
     */
    default String secret(String username) {
        return "";
    }
}
