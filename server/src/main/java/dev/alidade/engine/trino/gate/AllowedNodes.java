package dev.alidade.engine.trino.gate;

import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.AllRows;
import io.trino.sql.tree.AnchorPattern;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.Array;
import io.trino.sql.tree.ArrayWildcardSubscript;
import io.trino.sql.tree.AtLocal;
import io.trino.sql.tree.AtTimeZone;
import io.trino.sql.tree.AutoGroupBy;
import io.trino.sql.tree.BetweenPredicate;
import io.trino.sql.tree.BinaryLiteral;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.BooleanTestPredicate;
import io.trino.sql.tree.CallArgument;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.CompositeIntervalQualifier;
import io.trino.sql.tree.Corresponding;
import io.trino.sql.tree.CurrentCatalog;
import io.trino.sql.tree.CurrentDate;
import io.trino.sql.tree.CurrentSchema;
import io.trino.sql.tree.CurrentTime;
import io.trino.sql.tree.CurrentTimestamp;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Descriptor;
import io.trino.sql.tree.DescriptorField;
import io.trino.sql.tree.DistinctFromPredicate;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.EmptyPattern;
import io.trino.sql.tree.EmptyTableTreatment;
import io.trino.sql.tree.Except;
import io.trino.sql.tree.ExcludedPattern;
import io.trino.sql.tree.ExistsPredicate;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.FetchFirst;
import io.trino.sql.tree.Format;
import io.trino.sql.tree.FrameBound;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.GenericLiteral;
import io.trino.sql.tree.GroupBy;
import io.trino.sql.tree.GroupingOperation;
import io.trino.sql.tree.GroupingSets;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IfExpression;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.Intersect;
import io.trino.sql.tree.IntervalDataType;
import io.trino.sql.tree.IntervalLiteral;
import io.trino.sql.tree.IsNullPredicate;
import io.trino.sql.tree.Join;
import io.trino.sql.tree.JsonArray;
import io.trino.sql.tree.JsonArrayElement;
import io.trino.sql.tree.JsonExists;
import io.trino.sql.tree.JsonObject;
import io.trino.sql.tree.JsonObjectMember;
import io.trino.sql.tree.JsonPathInvocation;
import io.trino.sql.tree.JsonPathParameter;
import io.trino.sql.tree.JsonQuery;
import io.trino.sql.tree.JsonTable;
import io.trino.sql.tree.JsonTableDefaultPlan;
import io.trino.sql.tree.JsonValue;
import io.trino.sql.tree.LambdaArgumentDeclaration;
import io.trino.sql.tree.LambdaExpression;
import io.trino.sql.tree.Lateral;
import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.Limit;
import io.trino.sql.tree.LocalTime;
import io.trino.sql.tree.LocalTimestamp;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.MatchPredicate;
import io.trino.sql.tree.MeasureDefinition;
import io.trino.sql.tree.Nearest;
import io.trino.sql.tree.NestedColumns;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NotExpression;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.NullLiteral;
import io.trino.sql.tree.NumericParameter;
import io.trino.sql.tree.Offset;
import io.trino.sql.tree.OneOrMoreQuantifier;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.OrdinalityColumn;
import io.trino.sql.tree.OverlapsPredicate;
import io.trino.sql.tree.Overlay;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.PatternAlternation;
import io.trino.sql.tree.PatternConcatenation;
import io.trino.sql.tree.PatternPermutation;
import io.trino.sql.tree.PatternRecognitionRelation;
import io.trino.sql.tree.PatternSearchMode;
import io.trino.sql.tree.PatternVariable;
import io.trino.sql.tree.Pivot;
import io.trino.sql.tree.PivotAggregation;
import io.trino.sql.tree.PivotValueGroup;
import io.trino.sql.tree.PlanLeaf;
import io.trino.sql.tree.PlanParentChild;
import io.trino.sql.tree.PlanSiblings;
import io.trino.sql.tree.Predicated;
import io.trino.sql.tree.ProcessingMode;
import io.trino.sql.tree.QuantifiedComparisonPredicate;
import io.trino.sql.tree.QuantifiedPattern;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryColumn;
import io.trino.sql.tree.QueryPeriod;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.RangeQuantifier;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.SampledRelation;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.Select;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.SimpleGroupBy;
import io.trino.sql.tree.SimpleIntervalQualifier;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.SkipTo;
import io.trino.sql.tree.SortItem;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.SubqueryExpression;
import io.trino.sql.tree.SubscriptExpression;
import io.trino.sql.tree.SubsetDefinition;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableFunctionArgument;
import io.trino.sql.tree.TableFunctionDescriptorArgument;
import io.trino.sql.tree.TableFunctionInvocation;
import io.trino.sql.tree.TableFunctionTableArgument;
import io.trino.sql.tree.TableSubquery;
import io.trino.sql.tree.Trim;
import io.trino.sql.tree.TryExpression;
import io.trino.sql.tree.TypeParameter;
import io.trino.sql.tree.Union;
import io.trino.sql.tree.UniquePredicate;
import io.trino.sql.tree.Unnest;
import io.trino.sql.tree.ValueColumn;
import io.trino.sql.tree.Values;
import io.trino.sql.tree.VariableDefinition;
import io.trino.sql.tree.WhenClause;
import io.trino.sql.tree.WindowDefinition;
import io.trino.sql.tree.WindowFrame;
import io.trino.sql.tree.WindowOperation;
import io.trino.sql.tree.WindowReference;
import io.trino.sql.tree.WindowSpecification;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import io.trino.sql.tree.ZeroOrMoreQuantifier;
import io.trino.sql.tree.ZeroOrOneQuantifier;
import java.util.Set;

/** The kinds of syntax that a statement may consist of; every other kind is refused. */
final class AllowedNodes {
  private static final Set<Class<? extends Node>> CLASSES =
      Set.of(
          AliasedRelation.class,
          AllColumns.class,
          AllRows.class,
          AnchorPattern.class,
          ArithmeticBinaryExpression.class,
          ArithmeticUnaryExpression.class,
          Array.class,
          ArrayWildcardSubscript.class,
          AtLocal.class,
          AtTimeZone.class,
          AutoGroupBy.class,
          BetweenPredicate.class,
          BinaryLiteral.class,
          BooleanLiteral.class,
          BooleanTestPredicate.class,
          CallArgument.class,
          Cast.class,
          CoalesceExpression.class,
          ComparisonPredicate.class,
          CompositeIntervalQualifier.class,
          Corresponding.class,
          CurrentCatalog.class,
          CurrentDate.class,
          CurrentSchema.class,
          CurrentTime.class,
          CurrentTimestamp.class,
          DateTimeDataType.class,
          DecimalLiteral.class,
          DereferenceExpression.class,
          Descriptor.class,
          DescriptorField.class,
          DistinctFromPredicate.class,
          DoubleLiteral.class,
          EmptyPattern.class,
          EmptyTableTreatment.class,
          Except.class,
          ExcludedPattern.class,
          ExistsPredicate.class,
          Extract.class,
          FetchFirst.class,
          Format.class,
          FrameBound.class,
          FunctionCall.class,
          GenericDataType.class,
          GenericLiteral.class,
          GroupBy.class,
          GroupingOperation.class,
          GroupingSets.class,
          Identifier.class,
          IfExpression.class,
          InListExpression.class,
          InPredicate.class,
          Intersect.class,
          IntervalDataType.class,
          IntervalLiteral.class,
          IsNullPredicate.class,
          Join.class,
          JsonArray.class,
          JsonArrayElement.class,
          JsonExists.class,
          JsonObject.class,
          JsonObjectMember.class,
          JsonPathInvocation.class,
          JsonPathParameter.class,
          JsonQuery.class,
          JsonTable.class,
          JsonTableDefaultPlan.class,
          JsonValue.class,
          LambdaArgumentDeclaration.class,
          LambdaExpression.class,
          Lateral.class,
          LikePredicate.class,
          Limit.class,
          LocalTime.class,
          LocalTimestamp.class,
          LogicalExpression.class,
          LongLiteral.class,
          MatchPredicate.class,
          MeasureDefinition.class,
          Nearest.class,
          NestedColumns.class,
          NotExpression.class,
          NullIfExpression.class,
          NullLiteral.class,
          NumericParameter.class,
          Offset.class,
          OneOrMoreQuantifier.class,
          OrderBy.class,
          OrdinalityColumn.class,
          OverlapsPredicate.class,
          Overlay.class,
          Parameter.class,
          PatternAlternation.class,
          PatternConcatenation.class,
          PatternPermutation.class,
          PatternRecognitionRelation.class,
          PatternSearchMode.class,
          PatternVariable.class,
          Pivot.class,
          PivotAggregation.class,
          PivotValueGroup.class,
          PlanLeaf.class,
          PlanParentChild.class,
          PlanSiblings.class,
          Predicated.class,
          ProcessingMode.class,
          QuantifiedComparisonPredicate.class,
          QuantifiedPattern.class,
          Query.class,
          QueryColumn.class,
          QueryPeriod.class,
          QuerySpecification.class,
          RangeQuantifier.class,
          Row.class,
          Row.Field.class,
          RowDataType.class,
          RowDataType.Field.class,
          SampledRelation.class,
          SearchedCaseExpression.class,
          Select.class,
          SimpleCaseExpression.class,
          SimpleGroupBy.class,
          SimpleIntervalQualifier.class,
          SingleColumn.class,
          SkipTo.class,
          SortItem.class,
          StringLiteral.class,
          SubqueryExpression.class,
          SubscriptExpression.class,
          SubsetDefinition.class,
          Table.class,
          TableFunctionArgument.class,
          TableFunctionDescriptorArgument.class,
          TableFunctionInvocation.class,
          TableFunctionTableArgument.class,
          TableSubquery.class,
          Trim.class,
          TryExpression.class,
          TypeParameter.class,
          Union.class,
          UniquePredicate.class,
          Unnest.class,
          ValueColumn.class,
          Values.class,
          VariableDefinition.class,
          WhenClause.class,
          WindowDefinition.class,
          WindowFrame.class,
          WindowOperation.class,
          WindowReference.class,
          WindowSpecification.class,
          With.class,
          WithQuery.class,
          ZeroOrMoreQuantifier.class,
          ZeroOrOneQuantifier.class);

  private AllowedNodes() {}

  static boolean contains(Node node) {
    return CLASSES.contains(node.getClass());
  }

  /** All of them. */
  static Set<Class<? extends Node>> all() {
    return CLASSES;
  }
}
