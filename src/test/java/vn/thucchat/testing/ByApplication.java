package vn.thucchat.testing;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Orders test classes by the application that they use: first those without one, then {@link ApplicationTest}, then
 * {@link DemonstrationTest}; of each the journeys last, as they change what others read. Spring stops an application while
 * another one is used, which takes seconds each time; and one order on every machine makes a run repeatable.
 */
public final class ByApplication implements ClassOrderer {

    private static final Comparator<ClassDescriptor> ORDER = Comparator.<ClassDescriptor>comparingInt(
                    one -> application(one.getTestClass()))
            .thenComparing(one -> one.getTestClass().getSimpleName().endsWith("Journey"))
            .thenComparing(one -> one.getTestClass().getName());

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(ORDER);
    }

    private static int application(Class<?> test) {
        if (annotated(test, DemonstrationTest.class)) return 2;
        return annotated(test, ApplicationTest.class) ? 1 : 0;
    }

    private static boolean annotated(Class<?> test, Class<? extends Annotation> type) {
        return AnnotatedElementUtils.hasAnnotation(test, type);
    }
}
