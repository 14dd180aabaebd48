package org.joulemark.engine.model;

import java.util.Map;

/**
 * Where the nodes of a model really ran, from a profiled pass outside the timed window.
 *
 * @param nodesByProvider number of executed nodes by provider name as ONNX Runtime writes it
 * @param timeShareByProvider share of node time by provider
 */
public record Placement(Map<String, Integer> nodesByProvider, Map<String, Double> timeShareByProvider) {}
