// Puts a map that can be moved in the place of a drawn one. Pins carry the numbers of the list; those that would lie on each
// other share one. A pin tells name and telephone number, by mouse, finger and keyboard.
"use strict";
(function () {
  var pin = 44, shared = 88, apart = 38, highest = 18, closest = 16, edge = [32, 32];
  // Cancelled pictures are taken away, not replaced by one of the page's own making, which the policy of the site forbids.
  var Tiles = L.TileLayer.extend({
    _removeTile: function (key) {
      if (this._tiles[key]) L.GridLayer.prototype._removeTile.call(this, key);
    },
    _abortLoading: function () {
      Object.keys(this._tiles).forEach(function (key) {
        var tile = this._tiles[key];
        if (tile.coords.z === this._tileZoom || tile.el.complete) return;
        tile.el.onload = tile.el.onerror = L.Util.falseFn;
        tile.el.remove();
        delete this._tiles[key];
      }, this);
    },
  });

  function element(name, kind, words) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    return made;
  }
  function link(kind, words, address) {
    var made = element("a", kind, words);
    made.href = address;
    return made;
  }
  // [number, north, east, name, telephone, its address, page], as the page holds them.
  function placeOf(row, order, told) {
    return { order: order, label: row[0] ? String(row[0]) : told.mapHere, here: !row[0], at: L.latLng(row[1], row[2]), name: row[3], tel: row[4], telHref: row[5], page: row[6] };
  }
  function touch(one, other) {
    var width = function (group) { return group.places.length > 1 ? shared : pin; };
    return Math.abs(one.at.x - other.at.x) < (width(one) + width(other)) / 2 && Math.abs(one.at.y - other.at.y) < apart;
  }
  // A pin that is shared is wider, and may touch others then.
  function groupsOf(places, map) {
    var groups = places.map(function (place) { return { at: map.project(place.at), places: [place] }; });
    for (var count = 0; count !== groups.length;) {
      count = groups.length;
      groups = groups.reduce(function (kept, group) {
        var near = kept.find(function (other) { return touch(other, group); });
        if (near) near.places = near.places.concat(group.places);
        else kept.push(group);
        return kept;
      }, []);
    }
    return groups;
  }
  function line(place) {
    var item = element("li");
    item.append(element("b", "number", place.label), " ", place.page ? link("name", place.name, place.page) : element("span", "name", place.name));
    if (place.tel) item.append(place.telHref ? link("tel", place.tel, place.telHref) : element("span", "tel", place.tel));
    return item;
  }
  function markerOf(group, told) {
    var places = group.places.sort(function (one, other) { return one.order - other.order; }), first = places[0];
    var words = places.length > 1 ? tebiki.say(told.mapSeveral, { number: first.label, others: places.length - 1 }) : first.label;
    var marker = L.marker(first.at, {
      icon: L.divIcon({ className: "map-pin" + (first.here ? " here" : ""), html: element("b", "", words), iconSize: [pin, pin] }),
    });
    var list = element("ul");
    places.forEach(function (place) { list.append(line(place)); });
    marker.bindPopup(list, { minWidth: 180, maxWidth: 280, maxHeight: 220, autoPanPaddingTopLeft: [68, 12], autoPanPaddingBottomRight: [12, 36], offset: [0, -8] });
    marker.on("add", function () {
      marker.getElement().setAttribute("aria-label", places.map(function (place) { return place.label + " " + place.name; }).join("、"));
    });
    return marker;
  }
  // Who opens a pin by keyboard goes on within what it tells, and comes back to it.
  function leadFocus(map, told) {
    map.on("popupopen", function (event) {
      var close = event.popup.getElement().querySelector(".leaflet-popup-close-button"), first = event.popup.getElement().querySelector("li a");
      if (close) close.setAttribute("aria-label", told.mapClose);
      (first || close).focus({ preventScroll: true });
    });
    map.on("popupclose", function (event) {
      var source = event.popup._source && event.popup._source.getElement();
      if (source && map.getContainer().contains(document.activeElement)) source.focus({ preventScroll: true });
    });
    map.getContainer().addEventListener("keydown", function (event) {
      if (event.key === "Escape") map.closePopup();
    });
  }
  function attribution(told) {
    return (told.mapUrl ? link("", told.mapAttribution, told.mapUrl) : element("span", "", told.mapAttribution)).outerHTML;
  }
  function build(container, told) {
    var still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    var map = L.map(container, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false, minZoom: 5, maxZoom: highest,
      zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    L.control.zoom({ zoomInTitle: told.mapNearer, zoomOutTitle: told.mapFarther }).addTo(map);
    L.control.attribution({ prefix: false }).addTo(map);
    // The wheel moves the page until somebody clicked into the map, and again when the pointer has left it.
    map.on("click", function () { map.scrollWheelZoom.enable(); });
    container.addEventListener("mouseleave", function () { map.scrollWheelZoom.disable(); });
    return map;
  }

  tebiki.moveMap = function (box, rows, told, failed) {
    var places = rows.map(function (row, order) { return placeOf(row, order, told); }), container = element("div", "map-moved");
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", told.mapLabel);
    box.before(container);
    box.parentElement.classList.add("is-moved");
    var map = build(container, told), pins = L.layerGroup().addTo(map), shown = "";
    map.fitBounds(L.latLngBounds(places.map(function (place) { return place.at; })), { padding: edge, maxZoom: closest, animate: false });
    function draw() {
      var groups = groupsOf(places, map), now = JSON.stringify(groups.map(function (group) { return group.places.length; }));
      if (now === shown) return;
      shown = now;
      var within = pins.getLayers().some(function (marker) { return marker.getElement() === document.activeElement; });
      pins.clearLayers();
      groups.forEach(function (group) { pins.addLayer(markerOf(group, told)); });
      if (within) container.focus({ preventScroll: true });
    }
    leadFocus(map, told);
    draw();
    map.on("zoomend", draw);
    new Tiles(told.mapTiles, { maxZoom: highest, attribution: attribution(told) }).once("tileerror", failed).addTo(map);
    container.focus({ preventScroll: true });
  };
})();
