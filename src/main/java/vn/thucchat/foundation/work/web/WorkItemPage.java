package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.foundation.work.WorkList;

/**
 * An item with what was done to have it done.
 *
 * @param unit the name of the unit that has to act
 * @param moved says of which unit it was asked before; empty where no other was
 */
public record WorkItemPage(
        WorkItem item, WorkLine line, String unit, String moved, boolean late, List<WorkList.Chased> chases) {}
