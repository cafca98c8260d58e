package vn.thucchat.foundation.identity.access;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import vn.thucchat.testing.TestReach;

/** The roles that the rooms declare in their {@code …Roles}, for tests without the application. */
public final class HouseRoles {

    public static final RoleDefinitions DEFINITIONS = read();

    /** What they reach in the units of {@link TestReach}. */
    public static final Access ACCESS = new Access(TestReach.REACH, DEFINITIONS);

    /** The names of those that can be given to somebody. */
    public static final List<String> NAMES =
            DEFINITIONS.grantable().stream().map(RoleDefinition::name).toList();

    private HouseRoles() {}

    private static RoleDefinitions read() {
        try (var context = new GenericApplicationContext()) {
            AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Roles")));
            scanner.addExcludeFilter((reader, readers) -> !reader.getAnnotationMetadata()
                    .hasAnnotation("org.springframework.context.annotation.Configuration"));
            scanner.scan("vn.thucchat");
            context.refresh();
            return new RoleDefinitions(
                    context.getBeansOfType(RoleDefinition.class).values());
        }
    }
}
