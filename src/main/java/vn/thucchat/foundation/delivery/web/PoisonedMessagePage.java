package vn.thucchat.foundation.delivery.web;

import vn.thucchat.foundation.delivery.PoisonList;

/** @param mayRetry whether the reader is offered to have it tried again */
public record PoisonedMessagePage(PoisonList.Entry entry, boolean mayRetry) {}
