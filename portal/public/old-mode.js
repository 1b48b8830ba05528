/* Run only where modules are unknown: Internet Explorer, and 360 in its 兼容模式. */
window.location.replace('/old-mode.html');
