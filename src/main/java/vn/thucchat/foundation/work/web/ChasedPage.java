package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.work.WorkList;

/** What a message told a person of, as far as it is still open. */
public record ChasedPage(List<WorkList.Entry> entries, Table table) {}
