package dev.alidade.engine.sqlite;

import java.util.Set;

/** What a reading statement may consist of; anything that is not listed is refused. */
final class SqliteAllowed {
  /** Instructions that compute, read, or keep rows in memory of the statement's own. */
  static final Set<String> INSTRUCTIONS =
      words(
          """
          Init Goto Gosub Return InitCoroutine EndCoroutine Yield HaltIfNull Halt BeginSubrtn Once
          Integer Int64 Real String8 String Null SoftNull Blob Variable Move Copy SCopy IntCopy
          ResultRow Concat Add Subtract Multiply Divide Remainder CollSeq BitAnd BitOr ShiftLeft
          ShiftRight BitNot AddImm MustBeInt RealAffinity Cast Eq Ne Lt Le Gt Ge ElseEq Permutation
          Compare Jump And Or IsTrue Not If IfNot IsType IsNull NotNull ZeroOrNull IfNullRow Column
          Affinity TypeCheck MakeRecord Count Transaction OpenRead ReopenIdx OpenDup OpenEphemeral
          OpenAutoindex SorterOpen SequenceTest OpenPseudo Close ColumnsUsed SeekLT SeekLE SeekGE
          SeekGT SeekScan SeekHit IfNotOpen IfNoHope NoConflict NotFound Found NotExists SeekRowid
          Sequence NewRowid Insert RowCell Delete SorterCompare SorterData RowData Rowid NullRow
          SeekEnd Last IfSizeBetween IfSmaller SorterSort Sort Rewind IfEmpty SorterNext Prev Next
          IdxInsert SorterInsert IdxDelete DeferredSeek FinishSeek IdxRowid IdxLE IdxGT IdxLT IdxGE
          Clear ResetSorter RowSetAdd RowSetRead RowSetTest IfPos OffsetLimit IfNotZero
          DecrJumpZero AggInverse AggStep AggStep1 AggValue AggFinal VOpen VFilter VColumn VNext
          VInitIn Function PureFunc ClrSubtype GetSubtype SetSubtype FilterAdd Filter Trace
          CursorHint ReleaseReg Noop Explain Abortable MemMax
          """);

  /** Instructions that change a table, unless the statement itself made it for its own use. */
  static final Set<String> CHANGES =
      words("Insert Delete NewRowid IdxInsert IdxDelete Clear ResetSorter RowCell SorterInsert");

  /** Instructions that open a table of the statement's own. */
  static final Set<String> OWN_TABLES =
      words("OpenEphemeral OpenAutoindex SorterOpen OpenPseudo OpenDup");

  /** Functions that compute from their arguments only. */
  static final Set<String> FUNCTIONS =
      words(
          """
          -> ->> abs acos acosh asin asinh atan atan2 atanh atn2 avg bm25 ceil ceiling char charindex
          coalesce concat concat_ws cos cosh cot coth count cume_dist current_date current_time
          current_timestamp date datetime degrees dense_rank difference exp first_value floor format
          glob group_concat hex highlight if ifnull iif instr json json_array json_array_insert
          json_array_length json_error_position json_extract json_group_array json_group_object
          json_insert json_object json_patch json_pretty json_quote json_remove json_replace json_set
          json_type json_valid jsonb jsonb_array jsonb_array_insert jsonb_extract jsonb_group_array
          jsonb_group_object jsonb_insert jsonb_object jsonb_patch jsonb_remove jsonb_replace
          jsonb_set julianday lag last_value lead leftstr length like likelihood likely ln log log10
          log2 lower lower_quartile ltrim match matchinfo max median min mod mode nth_value ntile
          nullif octet_length offsets percent_rank percentile percentile_cont
          percentile_disc pi pow power printf proper quote radians random rank replace
          reverse rightstr round row_number rtrim sign sin sinh
          snippet soundex sqlite_version sqrt square stdev strftime string_agg substr
          substring subtype sum tan tanh time timediff total trim trunc typeof unhex unicode unistr
          unistr_quote unixepoch unlikely upper upper_quartile variance
          """);

  /** Modules whose tables hold rows that somebody put there. */
  static final Set<String> MODULES = words("fts3 fts4 fts5 rtree rtree_i32");

  /** Table functions that read their arguments only. */
  static final Set<String> TABLE_FUNCTIONS = words("json_each json_tree jsonb_each jsonb_tree");

  private SqliteAllowed() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
