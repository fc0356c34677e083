package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a question asks for, independent of any SQL dialect. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SelectPlan.class, name = "select"),
  @JsonSubTypes.Type(value = SetPlan.class, name = "set"),
  @JsonSubTypes.Type(value = DrillAcrossPlan.class, name = "drill_across")
})
public sealed interface Plan permits SelectPlan, SetPlan, DrillAcrossPlan {}
