package vn.thucchat.foundation.identity.retention.web;

import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/** What an officer found, as it is typed. */
record NoteForm(
        @Size(min = 5, max = 1000, message = "alarms.note.length") @Multiline
        String note) {}
