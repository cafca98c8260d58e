package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.work.WorkList;

/** All that waits for a person. */
public record WorkListPage(WorkList.Page work, Table table, List<Option> kinds) {}
