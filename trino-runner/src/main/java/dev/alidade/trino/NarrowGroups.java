package dev.alidade.trino;

import io.trino.spi.Plugin;
import io.trino.spi.resourcegroups.ResourceGroup;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManager;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManagerContext;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManagerFactory;
import io.trino.spi.resourcegroups.ResourceGroupId;
import io.trino.spi.resourcegroups.SelectionContext;
import io.trino.spi.resourcegroups.SelectionCriteria;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user called {@code narrow_2_100} runs two queries at once, and 100 wait; all others are free. */
final class NarrowGroups implements Plugin, ResourceGroupConfigurationManagerFactory {
  static final String NAME = "narrow";

  private static final Pattern NARROW = Pattern.compile("narrow_(\\d+)_(\\d+)");
  private static final int MANY = 10_000;

  @Override
  public Iterable<ResourceGroupConfigurationManagerFactory>
      getResourceGroupConfigurationManagerFactories() {
    return List.of(this);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public ResourceGroupConfigurationManager<?> create(
      Map<String, String> settings, ResourceGroupConfigurationManagerContext context) {
    return new Groups();
  }

  private static final class Groups implements ResourceGroupConfigurationManager<Matcher> {
    @Override
    public void configure(ResourceGroup group, SelectionContext<Matcher> selected) {
      Matcher user = selected.getContext();
      boolean narrow = user.matches();
      group.setHardConcurrencyLimit(narrow ? Integer.parseInt(user.group(1)) : MANY);
      group.setSoftConcurrencyLimit(group.getHardConcurrencyLimit());
      group.setMaxQueuedQueries(narrow ? Integer.parseInt(user.group(2)) : MANY);
      group.setSoftMemoryLimitBytes(Long.MAX_VALUE);
    }

    @Override
    public Optional<SelectionContext<Matcher>> match(SelectionCriteria criteria) {
      return Optional.of(
          new SelectionContext<>(
              new ResourceGroupId(criteria.getUser()), NARROW.matcher(criteria.getUser())));
    }

    @Override
    public SelectionContext<Matcher> parentGroupContext(SelectionContext<Matcher> context) {
      throw new UnsupportedOperationException("no group has a parent");
    }

    @Override
    public void shutdown() {}
  }
}
