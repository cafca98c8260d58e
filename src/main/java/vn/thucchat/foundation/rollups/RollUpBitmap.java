package vn.thucchat.foundation.rollups;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Sets of subject numbers as bytes; equal sets have equal bytes, however they came about. */
final class RollUpBitmap {

    private RollUpBitmap() {}

    static RoaringBitmap read(byte[] bytes) {
        var bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(ByteBuffer.wrap(bytes));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("A broken set of subjects", e);
        }
        return bitmap;
    }

    /** The set with more subjects (which are put in order); null when it has them all already, or when there are none. */
    static byte @Nullable [] with(byte @Nullable [] set, int[] more) {
        if (more.length == 0) return null;
        // Not bitmapOfUnordered: its writer takes 8 KB for each of the many sets of one or two.
        Arrays.sort(more);
        RoaringBitmap bitmap = RoaringBitmap.bitmapOf(more);
        if (set != null) {
            RoaringBitmap before = read(set);
            int size = before.getCardinality();
            before.or(bitmap);
            if (before.getCardinality() == size) return null;
            bitmap = before;
        }
        bitmap.runOptimize();
        var buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(buffer);
        return buffer.array();
    }
}
