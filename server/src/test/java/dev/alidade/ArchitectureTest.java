package dev.alidade;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.alidade.policy.GovernedSql;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package rule of the house: dependencies point one way. */
class ArchitectureTest {
  private static final String ROOT = "dev.alidade.";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.alidade");

  /** From the lowest floor up; a floor sees those before it. */
  private static final List<String> FLOORS =
      List.of(
          "base",
          "sql",
          "policy",
          "admission",
          "engine",
          "store",
          "audit",
          "cache",
          "query",
          "operation");

  /** Rooms above the floors that are not features. */
  private static final List<String> OTHERS = List.of("edge", "app");

  @Test
  void everyFloorSeesOnlyThoseBelow() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      String[] allowed =
          FLOORS.subList(0, floor + 1).stream()
              .map(name -> ROOT + name + (name.equals("engine") ? "" : ".."))
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + FLOORS.get(floor))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.alidade..").and(not(resideInAnyPackage(allowed))))
          .check(HOUSE);
    }
  }

  @Test
  void anEngineSeesOnlyTheSpiAndWhatIsBelow() {
    for (String engine : engines()) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "engine." + engine + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.alidade..")
                  .and(
                      not(
                          resideInAnyPackage(
                              ROOT + "base..",
                              ROOT + "sql..",
                              ROOT + "policy..",
                              ROOT + "engine",
                              ROOT + "engine.jdbc",
                              ROOT + "engine." + engine + ".."))))
          .check(HOUSE);
    }
  }

  @Test
  void whatEnginesShareKnowsNoEngine() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "engine.jdbc")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.alidade..")
                .and(
                    not(
                        resideInAnyPackage(
                            ROOT + "base..",
                            ROOT + "sql..",
                            ROOT + "policy..",
                            ROOT + "engine",
                            ROOT + "engine.jdbc"))))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyAppNamesEngines() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "app..", ROOT + "engine..")))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "engine.*.."))
        .check(HOUSE);
  }

  @Test
  void doorsSeeOperationAndBaseOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "edge..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.alidade..")
                .and(
                    not(
                        resideInAnyPackage(
                            ROOT + "base..", ROOT + "operation..", ROOT + "edge.."))))
        .check(HOUSE);
  }

  @Test
  void featuresSeeNoDoorAndNotTheApp() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "edge..", ROOT + "app..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ROOT + "edge..", ROOT + "app.."))
        .check(HOUSE);
  }

  @Test
  void featuresAreFreeOfCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void jdbcStaysUnderEnginesAndStore() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "engine.*..", ROOT + "store..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
        .check(HOUSE);
  }

  @Test
  void frameworksStayInAppAndDoors() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "app..", ROOT + "edge..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "picocli.."))
        .check(HOUSE);
  }

  /** Whoever names a class of it makes the server load it when it starts. */
  @Test
  void theClientOfStorageIsNamedWhereItIsUsed() {
    noClasses()
        .that()
        .haveNameNotMatching(ROOT + "delivery\\.storage\\.(Bucket|StorageFailures).*")
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon.."))
        .check(HOUSE);
  }

  /** Where nothing is shared, none of its classes is ever loaded. */
  @Test
  void theClientOfRedisIsNamedInItsFolder() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "cache.redis")))
        .should()
        .dependOnClassesThat(resideInAPackage("io.lettuce.."))
        .check(HOUSE);
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "cache.redis", ROOT + "app")))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "cache.redis"))
        .check(HOUSE);
  }

  @Test
  void onlyQueryExecutes() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "query..", ROOT + "engine..")))
        .should()
        .callMethod("dev.alidade.engine.Engine", "execute", "dev.alidade.engine.ExecutionRequest")
        .orShould()
        .callMethod(
            "dev.alidade.engine.Transaction", "execute", "dev.alidade.engine.ExecutionRequest")
        .check(HOUSE);
  }

  @Test
  void governedSqlCannotBeMadeOutsidePolicy() {
    assertThat(Modifier.isFinal(GovernedSql.class.getModifiers())).isTrue();
    assertThat(GovernedSql.class.getDeclaredConstructors())
        .allSatisfy(constructor -> assertThat(constructor.getModifiers()).isZero());
    assertThat(HOUSE.get(GovernedSql.class).getConstructorCallsToSelf())
        .allSatisfy(
            call -> assertThat(call.getOriginOwner().getPackageName()).isEqualTo(ROOT + "policy"));
  }

  @Test
  void everyRoomIsKnown() {
    List<String> features = new ArrayList<>(folders(""));
    features.removeAll(FLOORS);
    features.removeAll(OTHERS);
    assertThat(features)
        .as("a new package is a feature: name it here so that its place is a decision")
        .isSubsetOf(
            "advice",
            "ask",
            "caching",
            "catalog",
            "chart",
            "evaluate",
            "export",
            "delivery",
            "identity",
            "insight",
            "access",
            "rules",
            "job",
            "provision",
            "report",
            "saved",
            "learn",
            "semantic",
            "share",
            "source",
            "trail",
            "upload",
            "write",
            "workbench");
  }

  @Test
  void namesSayWhatThingsAre() {
    classes()
        .that()
        .resideInAPackage("dev.alidade..")
        .should()
        .haveNameNotMatching(".*(Impl|Manager|Utils?|Helper)$")
        .check(HOUSE);
  }

  @Test
  void anEnginesNameStandsOnlyInItsFolderAndTheRegistry() throws IOException {
    Path sources = Path.of("src/main/java/dev/alidade");
    List<String> strangers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path relative = sources.relativize(file);
        String text = Files.readString(file).toLowerCase(Locale.ROOT);
        for (String engine : engines()) {
          boolean own =
              relative.startsWith(Path.of("engine", engine))
                  || relative.startsWith("app")
                  // Our own database is embedded in one of them.
                  || relative.startsWith("store");
          if (!own && text.contains(engine)) {
            strangers.add(relative + " names " + engine);
          }
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void filesStayShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (String folder : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          long lines = Files.readAllLines(file).size();
          if (lines > 500) {
            tooLong.add(file + ": " + lines);
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /** The rooms of single engines; what several of them stand on is none. */
  private static List<String> engines() {
    return folders("engine").stream().filter(name -> !name.equals("jdbc")).toList();
  }

  private static List<String> folders(String under) {
    String prefix = under.isEmpty() ? ROOT : ROOT + under + ".";
    return HOUSE.stream()
        .map(type -> type.getPackageName())
        .filter(name -> name.startsWith(prefix))
        .map(name -> Arrays.asList(name.substring(prefix.length()).split("\\.")).getFirst())
        .distinct()
        .sorted()
        .toList();
  }
}
