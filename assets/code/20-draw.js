// Draws the QR code of an address into an SVG element, as one path of all dark squares with the four squares of white around
// that readers need. False where the address is none that a telephone opens, or longer than it still reads at this size.
"use strict";
tebiki.drawCode = function (svg, address) {
  var longestCode = 1200;
  if (!/^http/.test(address) || address.length > longestCode) return false;
  var squares = leanQr.generate(address, { minCorrectionLevel: leanQr.correction.L }), path = "";
  for (var y = 0; y < squares.size; ++y) {
    for (var x = 0; x < squares.size; ++x) {
      if (squares.get(x, y)) path += "M" + x + " " + y + "h1v1h-1z";
    }
  }
  svg.setAttribute("viewBox", "-4 -4 " + (squares.size + 8) + " " + (squares.size + 8));
  svg.firstElementChild.setAttribute("d", path);
  return true;
};
