package dev.alidade.policy;

/** What a role binds those who have it to, whatever other roles grant. */
public enum Restraint {
  /** Their writes wait until somebody else approves them. */
  WRITES_NEED_APPROVAL(
      "writes", "approve", "direct", "what they write waits until somebody else approves it"),
  /** No statement of theirs runs that is not, to the letter, the text of an approved query. */
  APPROVED_QUERIES_ONLY(
      "queries", "approved", "any", "no other SQL runs than that of approved queries");

  private final String setting;
  private final String word;
  private final String otherwise;
  private final String words;

  Restraint(String setting, String word, String otherwise, String words) {
    this.setting = setting;
    this.word = word;
    this.otherwise = otherwise;
    this.words = words;
  }

  /** The name of the setting in the configuration. */
  public String setting() {
    return setting;
  }

  /** The value of the setting that says so. */
  public String word() {
    return word;
  }

  /** The value of the setting that does not. */
  public String otherwise() {
    return otherwise;
  }

  /** What it means. */
  public String words() {
    return words;
  }
}
