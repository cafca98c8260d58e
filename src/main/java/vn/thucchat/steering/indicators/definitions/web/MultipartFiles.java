package vn.thucchat.steering.indicators.definitions.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.multipart.MultipartFile;
import vn.thucchat.steering.indicators.definitions.UploadedFile;

/** The files of a form; browsers send an empty, nameless part for a field that was left alone. */
@NamedInterface("requests")
public final class MultipartFiles {

    private MultipartFiles() {}

    public static @Nullable UploadedFile attached(@Nullable MultipartFile part) throws IOException {
        if (part == null) return null;
        String name = Objects.requireNonNullElse(part.getOriginalFilename(), "");
        return part.isEmpty() && name.isEmpty() ? null : new UploadedFile(name, part.getBytes());
    }

    public static List<UploadedFile> attached(List<MultipartFile> parts) throws IOException {
        var all = new ArrayList<UploadedFile>();
        for (MultipartFile part : parts) {
            UploadedFile file = attached(part);
            if (file != null) all.add(file);
        }
        return all;
    }
}
