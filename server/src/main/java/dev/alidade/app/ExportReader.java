package dev.alidade.app;

import dev.alidade.delivery.ExportFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section `exports`. */
final class ExportReader {
  private static final List<String> OF_A_FOLDER = List.of("name", "path", "roles");
  private static final List<String> NEEDED = List.of("name", "path");
  private static final String NAME = "[a-z][a-z0-9_-]{0,62}";

  private final List<String> roles;

  /** {@code roles} are those that there are. */
  ExportReader(Set<String> roles) {
    this.roles = List.copyOf(roles);
  }

  /** The folders; paths are read from {@code home} on. */
  List<ExportFolder> read(ConfigNode section, Path home) {
    Map<String, ConfigNode> fields = section.fields(List.of("folders"));
    List<ExportFolder> folders = new ArrayList<>();
    if (fields.containsKey("folders")) {
      for (ConfigNode item : fields.get("folders").items()) {
        folder(item, home, folders).ifPresent(folders::add);
      }
    }
    return folders;
  }

  private Optional<ExportFolder> folder(ConfigNode item, Path home, List<ExportFolder> known) {
    Map<String, ConfigNode> fields = item.fields(OF_A_FOLDER);
    if (!fields.keySet().containsAll(NEEDED)) {
      item.problem("needs `name: ...` and `path: ...`");
      return Optional.empty();
    }
    Optional<String> name = fields.get("name").text();
    Optional<Path> path = fields.get("path").text().map(home::resolve);
    if (name.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    if (!name.get().matches(NAME)) {
      fields.get("name").problem("must be lower-case letters, digits, - and _, a letter first");
      return Optional.empty();
    }
    if (known.stream().anyMatch(folder -> folder.name().equals(name.get()))) {
      fields.get("name").problem("is the name of another folder too");
      return Optional.empty();
    }
    if (!Files.isDirectory(path.get())) {
      fields.get("path").problem("is no folder; make it, or name one that is there");
      return Optional.empty();
    }
    return Optional.of(
        new ExportFolder(
            name.get(),
            path.get().toAbsolutePath().normalize(),
            Optional.ofNullable(fields.get("roles")).map(this::roles)));
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
      field.problem("names nobody; leave it out to open the folder to all who may export");
    }
    return named;
  }
}
