package vn.thucchat.foundation.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The weekly hours of an office.
 *
 * @param weekdays the sessions of Monday to Friday, and of a Saturday that is worked in exchange
 * @param saturday those of an ordinary Saturday, only where Saturdays count towards deadlines
 */
public record OfficeHours(List<Session> weekdays, List<Session> saturday) {

    private static final Pattern SESSION = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");

    public OfficeHours {
        weekdays = List.copyOf(weekdays);
        saturday = List.copyOf(saturday);
        if (weekdays.isEmpty()) throw new IllegalArgumentException("An office without hours");
    }

    /** Uninterrupted working hours of one day, {@code 07:30-11:30}. */
    public record Session(LocalTime from, LocalTime to) {

        Duration length() {
            return Duration.between(from, to);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    /** Reads sessions in order, {@code 07:30-11:30 13:30-17:00}; none of an empty text; nothing where it is not understood. */
    public static Optional<List<Session>> read(String text) {
        var sessions = new ArrayList<Session>();
        var found = SESSION.matcher(text);
        LocalTime after = LocalTime.MIN;
        while (found.find()) {
            try {
                var session = new Session(time(found.group(1)), time(found.group(2)));
                if (!session.from().isBefore(session.to())
                        || (!sessions.isEmpty() && !session.from().isAfter(after))) return Optional.empty();
                after = session.to();
                sessions.add(session);
            } catch (DateTimeParseException notATime) {
                return Optional.empty();
            }
        }
        return SESSION.matcher(text).replaceAll("").replaceAll("[\\s,;]", "").isEmpty()
                ? Optional.of(sessions)
                : Optional.empty();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /** As {@link #read} takes it. */
    public static String write(List<Session> sessions) {
        return sessions.stream().map(Session::toString).collect(Collectors.joining(" "));
    }
}
