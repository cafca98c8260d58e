package vn.thucchat.foundation.facts;

import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The course of a day: its facts by the hour of the Vietnamese clock in which each happened, and by subject.
 *
 * @param subjects those with the largest amount first; facts about the unit itself are in the hours only
 */
public record DayBreakdown(SortedMap<Integer, Evidence.Total> hours, Map<UUID, Evidence.Total> subjects) {}
