package dev.alidade.app;

import dev.alidade.delivery.ExportFolder;
import dev.alidade.delivery.ExportPlace;
import dev.alidade.delivery.storage.ExportStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section `exports`. */
final class ExportReader {
  private static final List<String> OF_A_FOLDER = List.of("name", "path", "roles");

  private final List<String> roles;
  private final Path home;
  private final Set<String> names = new HashSet<>();

  /** {@code roles} are those that there are; paths are read from {@code home} on. */
  ExportReader(Set<String> roles, Path home) {
    this.roles = List.copyOf(roles);
    this.home = home;
  }

  /** The folders, and behind them the storages. */
  List<ExportPlace> read(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(List.of("folders", "storage"));
    List<ExportPlace> places = new ArrayList<>();
    if (fields.containsKey("folders")) {
      fields.get("folders").items().forEach(item -> folder(item).ifPresent(places::add));
    }
    if (fields.containsKey("storage")) {
      fields.get("storage").items().forEach(item -> storage(item).ifPresent(places::add));
    }
    return places;
  }

  private Optional<ExportPlace> folder(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(OF_A_FOLDER);
    Optional<String> name = name(item, fields);
    if (!fields.containsKey("path")) {
      item.problem("needs `path: ...`");
      return Optional.empty();
    }
    Optional<Path> path = fields.get("path").text().map(home::resolve);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      fields.get("path").problem("is no folder; make it, or name one that is there");
      return Optional.empty();
    }
    Optional<Set<String>> allowed = roles(fields);
    if (name.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExportFolder(name.get(), path.get().toAbsolutePath().normalize(), allowed));
  }

  private Optional<ExportPlace> storage(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(StorageReader.settings());
    Optional<String> name = name(item, fields);
    return StorageReader.read(item, name.orElse("unnamed"), fields, roles(fields))
        .filter(settings -> name.isPresent())
        .map(ExportStorage::new);
  }

  private Optional<String> name(ConfigNode item, Map<String, ConfigNode> fields) {
    if (!fields.containsKey("name")) {
      item.problem("needs `name: ...`, by which exports say it");
      return Optional.empty();
    }
    Optional<String> name = fields.get("name").text();
    if (name.isPresent() && !name.get().matches(ExportPlace.NAME)) {
      fields.get("name").problem("must be lower-case letters, digits, - and _, a letter first");
      return Optional.empty();
    }
    if (name.isPresent() && !names.add(name.get())) {
      fields.get("name").problem("is the name of another folder or storage too; rename one");
      return Optional.empty();
    }
    return name;
  }

  private Optional<Set<String>> roles(Map<String, ConfigNode> fields) {
    return Optional.ofNullable(fields.get("roles")).map(this::roles);
  }

  private Set<String> roles(ConfigNode field) {
    Set<String> named = new LinkedHashSet<>();
    for (ConfigNode role : field.items()) {
      if (roles.isEmpty()) {
        role.problem("names a role, and `roles` defines none");
        continue;
      }
      role.oneOf(roles).ifPresent(named::add);
    }
    if (field.isList() && field.items().isEmpty()) {
      field.problem("names nobody; leave it out to open it to all who may export");
    }
    return named;
  }
}
