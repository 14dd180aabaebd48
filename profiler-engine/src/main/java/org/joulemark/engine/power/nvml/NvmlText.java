package org.joulemark.engine.power.nvml;

/**
 * What NVML answered to a question for a text.
 *
 * @param code the return code: the text counts only if it is 0
 * @param text the text; empty if there is none
 */
record NvmlText(int code, String text) {}
