package vn.thucchat.foundation.delivery.web;

import vn.thucchat.foundation.delivery.HandOver;

/** One entry of the ledger of hand-overs, with its recipient. */
public record HandOverPage(HandOver entry, HandOver.State state) {}
