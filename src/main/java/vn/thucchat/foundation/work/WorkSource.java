package vn.thucchat.foundation.work;

import java.util.List;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;

/**
 * Tells what of one room waits for a person where much is shown as one line, or nobody said by when. What is due by some
 * time is an item instead ({@link WorkItems}). Found by type; beans stand in the order of their annotation.
 */
public interface WorkSource {

    /** What one look asks of each kind; a person with more has enough to do. */
    int MOST = 100;

    /** What the actor has to do in each of their roles; nothing of roles that they do not hold. */
    List<WorkLine> waiting(Texts t, Actor actor);
}
