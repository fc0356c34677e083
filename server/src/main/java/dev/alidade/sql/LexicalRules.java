package dev.alidade.sql;

/**
 * Where engines differ in what a token is.
 *
 * @param backslashEscapes whether a backslash escapes the next character of every string
 * @param escapeStrings whether {@code E'...'} is a string with backslash escapes
 * @param dollarQuotes whether {@code $tag$...$tag$} is a string
 * @param doubleQuotedStrings whether {@code "..."} is a string rather than an identifier
 * @param backticks whether {@code `...`} is an identifier
 * @param brackets whether {@code [...]} is an identifier
 * @param nestedComments whether {@code /* *}{@code /} comments nest
 * @param hashComments whether {@code #} begins a comment
 * @param spaceAfterDashes whether {@code --} begins a comment only before a space or control
 *     character
 */
public record LexicalRules(
    boolean backslashEscapes,
    boolean escapeStrings,
    boolean dollarQuotes,
    boolean doubleQuotedStrings,
    boolean backticks,
    boolean brackets,
    boolean nestedComments,
    boolean hashComments,
    boolean spaceAfterDashes) {
  /** ISO SQL: doubled quotes, flat comments, nothing else. */
  public static final LexicalRules STANDARD =
      new LexicalRules(false, false, false, false, false, false, false, false, false);
}
