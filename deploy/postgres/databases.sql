-- One database a service: none reads another's. The registry's own is made by the image.
CREATE DATABASE internship;
CREATE DATABASE notification;
CREATE DATABASE monitoring;
CREATE DATABASE console;
