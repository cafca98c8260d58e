package vn.thucchat.foundation.identity;

/** What a person may do, held in a unit and reaching the units below it. */
public enum Role {
    /** lãnh đạo: sees everything of the unit, asks for explanations */
    LEADER,
    /** cơ quan thường trực: defines indicators, sets targets, opens reporting rounds, builds reports */
    STEERING_OFFICE,
    /** người báo cáo: reports figures of the unit, answers for it */
    REPORTER,
    /** người thẩm định: accepts, returns, publishes */
    REVIEWER,
    /** kiểm toán: sees who did what */
    AUDITOR,
    /** quản trị: accounts and roles */
    ADMINISTRATOR
}
