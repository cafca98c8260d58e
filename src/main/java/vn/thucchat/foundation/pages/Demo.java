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
}
