filedesc://crawl.arc 0.0.0.0 20240401080000 text/plain 68
1 0 Example
URL IP-address Archive-date Content-type Archive-length

https://semaphore.example/harbour/port-senna-closes 192.0.2.1 20240401080000 text/html 787
HTTP/1.1 200 OK
Date: Mon, 01 Apr 2024 08:00:00 GMT
Content-Type: text/html; charset=utf-8
Content-Length: 672

<!DOCTYPE html>
<html lang="en"><head><title>Port Senna closes | The Semaphore</title><meta property="og:type" content="article"><meta property="og:site_name" content="The Semaphore">
<meta property="article:published_time" content="2024-03-14T10:20:00+01:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Port Senna closes</h1>
<p>The port of Senna was closed at noon by the harbour board, and by the evening every boat had left it, some for Lisk and some for the open sea.</p>
<p>"We had no choice," said Tobin Okkerley of the harbour board, which had met in the night before to vote on the matter for the second time this year.</p>
</article></body></html>

