package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.notices.Notice;

/** The tries of one message of an announcement. */
public record AnnouncementMessagePage(Announcement announcement, List<Notice.Attempt> tries) {}
