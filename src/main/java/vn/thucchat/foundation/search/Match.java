package vn.thucchat.foundation.search;

/** How well a name fits what was typed, the best first. */
public enum Match {
    /** the whole name: {@code dinh hoa} of "Định Hóa" */
    EXACT,
    /** its beginning: {@code dinh h} */
    PREFIX,
    /** the beginnings of its words: {@code hoa} */
    WORDS,
    /** parts of its words: {@code oa} is too short for that, {@code inh} is not */
    PART,
    /** not the name, but what is said of the thing */
    MENTIONED
}
