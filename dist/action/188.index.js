export const id = 188;
export const ids = [188];
export const modules = {

/***/ 2188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnosticList: () => (/* binding */ diagnosticList)
/* harmony export */ });
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94942);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(677);


const MOST_DIAGNOSTICS = 50;
/** Diagnostics as a list in markdown, by place; of many only the first. */
function diagnosticList(diagnostics) {
    const lines = (0,_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .sortDiagnostics */ .D)([...diagnostics])
        .slice(0, MOST_DIAGNOSTICS)
        .map(({ severity, message, help, location: { file, line } }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        const more = help === undefined ? '' : `: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__.markdownText)(help)}`;
        return `- ${severity} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D)(place)} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__.markdownText)(message)}${more}`;
    });
    const left = diagnostics.length - lines.length;
    return [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}


/***/ })

};
