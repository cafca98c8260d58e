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
    ADMINISTRATOR,
    /** kế toán: money received in the unit, what it paid for, and the banks that tell of it */
    ACCOUNTANT,
    /** ban quản lý chợ: markets, stalls, traders and charges of the unit */
    MARKET_MANAGER,
    /** người thu: takes charges in cash against a receipt, and inspects stalls */
    COLLECTOR,
    /** tiểu thương: sees what is paid at the own stall */
    TRADER
}
