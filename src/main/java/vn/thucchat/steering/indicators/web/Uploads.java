package vn.thucchat.steering.indicators.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.thucchat.steering.indicators.Attached;

/** The files of a form; browsers send an empty, nameless part for a field that was left alone. */
final class Uploads {

    private Uploads() {}

    static @Nullable Attached attached(@Nullable MultipartFile part) throws IOException {
        if (part == null) return null;
        String name = Objects.requireNonNullElse(part.getOriginalFilename(), "");
        return part.isEmpty() && name.isEmpty() ? null : new Attached(name, part.getBytes());
    }

    static List<Attached> attached(List<MultipartFile> parts) throws IOException {
        var all = new ArrayList<Attached>();
        for (MultipartFile part : parts) {
            Attached file = attached(part);
            if (file != null) all.add(file);
        }
        return all;
    }
}
