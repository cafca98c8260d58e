package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTests {

    @Test
    void a_share_is_read() {
        var read = Formula.read(
                " 100*count( dossiers.received ; channel = online,level=4)\n / count(dossiers.received) + last(a.b)");
        assertThat(read)
                .isEqualTo(new Formula.Reading.Read(new Formula(
                        new BigDecimal("100"),
                        List.of(new Term(
                                "dossiers.received", Map.of("channel", "online", "level", "4"), Measure.COUNT)),
                        List.of(
                                new Term("dossiers.received", Map.of(), Measure.COUNT),
                                new Term("a.b", Map.of(), Measure.LAST)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count(a.b) / count(c.d) / count(e.f) | count(a.b) / count(c.d) / count(e.f)
            average(a.b) | average(a.b)
            count(a.b; x) | x
            count(a.b; x=1, y) | y
            0 * count(a.b) | 0 * count(a.b)
            count(a.b) + | ''
            count(a.b | count(a.b
            count(A.B) | count(A.B)
            """)
    void what_is_not_understood_is_named(String text, String at) {
        assertThat(Formula.read(text)).isEqualTo(new Formula.Reading.NotUnderstood(at));
    }

    @Property
    boolean what_is_written_reads_the_same(@ForAll("formulas") Formula formula) {
        return Formula.read(formula.toString()).equals(new Formula.Reading.Read(formula));
    }

    @Provide
    Arbitrary<Formula> formulas() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<Term> term = Combinators.combine(
                        Combinators.combine(word, word).as((a, b) -> a + "." + b),
                        Arbitraries.maps(word, word).ofMaxSize(3),
                        Arbitraries.of(Measure.class))
                .as(Term::new);
        return Combinators.combine(
                        Arbitraries.of(BigDecimal.ONE, new BigDecimal("100"), new BigDecimal("0.000001")),
                        term.list().ofMinSize(1).ofMaxSize(3),
                        term.list().ofMaxSize(3))
                .as(Formula::new);
    }
}
